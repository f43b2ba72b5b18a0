# One process; settings come from the environment (.env.example). Data of the embedded database: mount /data.
FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY runtime ./runtime
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY bin ./bin
COPY migrations ./migrations
COPY src ./src
COPY manifest.yml tsconfig.json ./
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
ENV NODE_ENV=production DATA_DIR=/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
