import type { Terms } from '../../domain/terms';

export const termsFr: Terms = {
  version: '2026-11',
  locale: 'fr',
  effectiveOn: '2026-11-01',
  title: 'Modalités de gestion des comptes',
  sections: [
    {
      heading: 'Objet',
      paragraphs: [
        "Le Portail de gestion des comptes permet aux personnes d'une organisation cliente de transmettre et de consulter des relevés de compteur, de voir les machines visées par un contrat de service et de demander de l'aide. Les présentes modalités régissent l'inscription au portail et son utilisation. Elles s'ajoutent au contrat de service conclu entre votre organisation et le fournisseur, sans le modifier.",
      ],
    },
    {
      heading: "Qui peut s'inscrire",
      paragraphs: [
        "Vous pouvez vous inscrire si vous travaillez pour une organisation qui possède ou utilise au moins une machine visée par un contrat de service et si cette organisation vous permet d'utiliser le portail en son nom. Le numéro de série d'une de ces machines sert à retrouver le compte de l'organisation.",
        "Chaque compte appartient à une seule personne. Un compte peut aussi être créé automatiquement à l'activation d'un nouveau contrat de service\u00a0; les présentes modalités s'y appliquent de la même manière.",
      ],
    },
    {
      heading: 'Exactitude des renseignements',
      paragraphs: [
        "Vous fournissez des renseignements exacts et à jour\u00a0: votre nom, l'adresse de votre lieu de travail, une adresse e-mail valide que vous consultez et un numéro de téléphone. Votre adresse e-mail est votre nom d'utilisateur. Signalez tout changement sans tarder, y compris votre départ de l'organisation.",
      ],
    },
    {
      heading: 'Sécurité du compte',
      paragraphs: [
        'Vos identifiants sont personnels. Ne les communiquez à personne, pas même à une ou un collègue\u00a0; nous ne vous demanderons jamais votre mot de passe. Le mot de passe temporaire est valide pendant 24 heures et doit être remplacé à la première connexion.',
        "Si vous pensez qu'une autre personne a eu accès à votre compte, changez votre mot de passe et avisez-nous immédiatement. Vous répondez des actions faites à partir de votre compte jusqu'à ce que nous ayons reçu votre avis, sauf si elles ne vous sont pas imputables.",
      ],
    },
    {
      heading: 'Relevés de compteur',
      paragraphs: [
        "À l'inscription, vous pouvez demander à être la personne-ressource pour la lecture du relevé du compteur d'une machine. Vos coordonnées sont alors liées à son numéro de série, et vous pouvez soumettre et voir ses relevés. Une seule personne à la fois peut l'être pour une même machine. Vous pouvez modifier ce choix à tout moment dans «\u00a0Gérer les machines\u00a0».",
        'Si la machine a été fournie par un partenaire, son représentant peut déjà être responsable des relevés\u00a0; veuillez vérifier auprès de lui. Les relevés servent à la facturation\u00a0: ils doivent être exacts, datés et transmis dans les délais prévus au contrat.',
      ],
    },
    {
      heading: 'Renseignements personnels',
      paragraphs: [
        "Nous recueillons les renseignements que vous donnez à l'inscription, vos relevés, vos demandes d'aide et les données techniques nécessaires à la sécurité. Nous les utilisons pour gérer votre compte, exécuter le contrat de service et vous répondre. Nous ne les vendons pas. Seules les personnes et les entreprises qui en ont besoin à ces fins y ont accès, sous obligation de confidentialité, y compris à l'extérieur du Québec lorsqu'une protection adéquate y est assurée.",
        "Nous conservons ces renseignements tant que votre compte est ouvert, puis pendant 24 mois, à moins que la loi n'exige une durée plus longue. Ils sont ensuite détruits ou anonymisés.",
        "Vous pouvez demander à consulter vos renseignements, à les recevoir dans un format courant, à les faire rectifier ou à faire cesser leur utilisation, et retirer votre consentement. Écrivez à la personne responsable de la protection des renseignements personnels\u00a0: privacy@example.org. Si sa réponse ne vous satisfait pas, vous pouvez vous adresser à la Commission d'accès à l'information du Québec.",
      ],
    },
    {
      heading: 'Communications',
      paragraphs: [
        "Nous vous envoyons par e-mail les messages nécessaires au service\u00a0: activation, sécurité, relevés à fournir, suivi de vos demandes d'aide. Ce ne sont pas des messages publicitaires\u00a0; nous n'en envoyons pas sans votre consentement distinct.",
      ],
    },
    {
      heading: 'Disponibilité et assistance',
      paragraphs: [
        "Nous prenons des mesures raisonnables pour que le portail soit accessible en tout temps, mais il peut être interrompu pour son entretien ou pour des raisons hors de notre contrôle. Si vous éprouvez des difficultés, utilisez «\u00a0Soulever une demande d'aide\u00a0» ou demandez à l'assistant d'inscription de vous mettre en relation avec une personne.",
      ],
    },
    {
      heading: 'Suspension et fermeture',
      paragraphs: [
        "Vous pouvez demander la fermeture de votre compte à tout moment. Nous pouvons suspendre ou fermer un compte lorsque le contrat de service prend fin, que l'organisation le demande, que les renseignements sont faux ou que la sécurité du portail l'exige. Sauf urgence, nous vous en avisons par e-mail et en donnons la raison.",
      ],
    },
    {
      heading: 'Responsabilité',
      paragraphs: [
        "Le portail est un service complémentaire et gratuit. Dans la mesure permise par la loi, le fournisseur ne répond pas des dommages indirects liés à l'utilisation du portail ou à son interruption. Rien ici ne limite sa responsabilité pour une faute intentionnelle ou lourde, ni les droits que la loi ou le contrat de service vous accorde.",
      ],
    },
    {
      heading: 'Modification des modalités',
      paragraphs: [
        'Chaque version porte un numéro et une date. Si nous modifions ces modalités, la nouvelle version vous est présentée et votre acceptation vous est demandée de nouveau. Si vous la refusez, vous pouvez fermer votre compte sans frais. Nous gardons la preuve de la version acceptée et du moment de votre acceptation.',
      ],
    },
    {
      heading: 'Droit applicable et langue',
      paragraphs: [
        'Ces modalités sont régies par les lois en vigueur au Québec. La version française vous est remise en premier\u00a0; vous pouvez ensuite choisir la version anglaise. En cas de divergence, la version française prévaut.',
      ],
    },
  ],
};
