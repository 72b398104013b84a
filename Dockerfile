# Marsad's server. `docker compose up` builds it from source; where ./marsad has built it already, that build is taken.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN ./marsad build

FROM eclipse-temurin:25-jre
RUN useradd --system --home-dir /marsad --shell /usr/sbin/nologin marsad \
    && mkdir -p /marsad/data && chown marsad /marsad/data
WORKDIR /marsad
COPY --from=build /build/target/app/lib lib
COPY --from=build /build/target/app/marsad.jar marsad.jar
COPY samples/articles.jsonl samples/articles.jsonl
USER marsad
# Listens on every address of the container; docker-compose.yml says which of them others can reach.
ENV MARSAD_ADDRESS=0.0.0.0 MARSAD_PORT=8080 MARSAD_DATA=/marsad/data
EXPOSE 8080
VOLUME /marsad/data
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "marsad.jar", "serve"]
