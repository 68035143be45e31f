# cydlint in an image of its own:
#
#   docker build -t cydlint .
#   docker run --rm --network none -v "$PWD:/work:ro" cydlint check drafts/
FROM node:20-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
# "prepare" would build before the sources are here.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build -- --no-types

FROM node:20-slim
# Everything that runs is bundled: no package is installed here.
COPY --from=build /build/dist /opt/cydlint/dist
COPY --from=build /build/package.json /build/LICENSE /opt/cydlint/
RUN ln -s /opt/cydlint/dist/cli.cjs /usr/local/bin/cydlint
USER node
WORKDIR /work
ENTRYPOINT ["cydlint"]
CMD ["--help"]
