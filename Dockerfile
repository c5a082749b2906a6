# The assistant as production runs it. Everything installed comes from package-lock.json; no install script runs (.npmrc).
# `npm run container-rehearsal` does what is written here without a container engine.
ARG NODE=24-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm ci --no-audit --no-fund
COPY build ./build
COPY cards ./cards
COPY dialogs ./dialogs
COPY public ./public
COPY samples ./samples
COPY src ./src
COPY teams ./teams
RUN npm run build
RUN npm prune --omit=dev --no-audit --no-fund
RUN mkdir data

FROM node:${NODE}
ENV NODE_ENV=production PORT=3978 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/public ./public
COPY --from=build /app/samples ./samples
COPY --from=build /app/dist ./dist
# Only STORE=embedded writes here; with MongoDB the root file system may be read-only without a volume.
COPY --from=build --chown=node:node /app/data /data
USER node
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/index.js"]
