# Build: everything the lock file names, the dashboard, the binary.
FROM oven/bun:1.4.5-debian AS build
WORKDIR /src
COPY package.json bun.lock .npmrc ./
RUN bun install --frozen-lockfile
COPY . .
RUN bun run web && bun run build && mkdir -p /data

# Run: the binary alone. It needs libc, /etc/ssl is inside; no bun, no node.
FROM gcr.io/distroless/base-debian12:nonroot
COPY --from=build --chown=nonroot:nonroot /src/dist/lapak /usr/local/bin/lapak
COPY --from=build --chown=nonroot:nonroot /data /data
ENV HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
VOLUME /data
EXPOSE 8080
USER nonroot
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["/usr/local/bin/lapak", "health"]
ENTRYPOINT ["/usr/local/bin/lapak"]
CMD ["serve"]
