/** Words that French-speaking people choose as passwords, and those that this portal brings to mind; most likely first, without accents. */
export const frequentFrenchPasswords: readonly string[] = `
motdepasse azerty azertyuiop azertyui bonjour soleil bienvenue motdepass passe monmotdepasse nouveaumotdepasse changezmoi
portail compte moncompte imprimante imprimantes activation inscription connexion utilisateur administrateur gestion
portaildegestion portaildegestiondescomptes photocopieur photocopieuse copieur compteur releve machine serie xerox
jetaime jetadore amour monamour mamour moncoeur coeur cheri cherie bisous bisou calin doudou loulou louloute chouchou choupette
nounours poupee princesse bebe tresor ange monange papillon coccinelle chaton minou minette chat chien lapin lapinou poussin
canaille coquine coquin crapule filou titou titine toutou tigrou kiki
quebec montreal laval gatineau sherbrooke longueuil troisrivieres saguenay canada ontario ottawa paris lyon marseille toulouse
bordeaux nantes lille france belgique suisse bruxelles geneve
canadiens canadien habs nordiques hockey tabarnak calisse ostie poutine sirop erable castor caribou orignal tuque
hiver printemps automne janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
lundi mardi mercredi jeudi vendredi samedi dimanche aujourdhui demain vacances
chocolat caramel vanille fraise cerise framboise banane pomme orange citron croissant fromage baguette cafe bureau travail
maison famille maman papa enfant enfants frere soeur mamie papi copain copine amitie toujours bonheur liberte
fleur rose marguerite violette jasmin lavande etoile lune nuage arcenciel ocean montagne neige
musique guitare piano cinema football cheval chevaux dauphin tigre lion loup panthere dragon licorne
nicolas julien antoine alexandre sebastien maxime thomas guillaume philippe olivier mathieu samuel gabriel
camille isabelle caroline sophie julie melanie stephanie nathalie valerie marie annie chantal
secret securite merde putain salut coucou cestmoi ouvretoi sesame sesameouvretoi cassetete pasdemotdepasse
`
  .trim()
  .split(/\s+/);
