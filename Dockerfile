# syntax=docker/dockerfile:1
# Base images are pinned by digest, each the index of its platforms; Dependabot proposes newer ones.
# The cache of the JDK fits exactly one JVM and exactly these jars: it is made on the image that runs, of the files that run.
ARG JRE=eclipse-temurin:25-jre@sha256:fcd7fd7b387f94bb2ac461478a7436ad8e349924c374ea8313919624dceae636

FROM eclipse-temurin:25-jdk@sha256:8c0a84ea11c8f6ed52600fc19f1040121f2a162998e9f50a5faebbbad9172dcc AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -Prelease package -Dmaven.test.skip=true
RUN src/deploy/image/layout target/patchbay-*.jar layers

FROM ${JRE} AS training
RUN apt-get update && apt-get install -q -y --no-install-recommends postgresql
WORKDIR /patchbay
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY src/main/resources/db/roles.sql src/deploy/image/train /training/
RUN install -d -o postgres /patchbay/cache && runuser -u postgres -- /training/train /patchbay /patchbay/cache/patchbay.aot

FROM ${JRE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Patchbay" \
    org.opencontainers.image.description="Connects companies' Microsoft Intune tenants and deploys applications to them." \
    org.opencontainers.image.licenses="Apache-2.0" \
    org.opencontainers.image.version="${VERSION}" \
    org.opencontainers.image.revision="${REVISION}" \
    org.opencontainers.image.base.name="docker.io/library/eclipse-temurin:25-jre"
WORKDIR /patchbay
# This and /tmp are all that is written to: the rest may be read-only.
RUN install -d -o 10001 -g 10001 /work
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --from=build /build/target/classes/META-INF/sbom/application.cdx.json /usr/share/sbom/patchbay.cdx.json
COPY LICENSE NOTICE /usr/share/doc/patchbay/
COPY src/deploy/image/ready /usr/local/bin/ready
COPY --from=training /patchbay/cache/patchbay.aot ./
ENV PATCHBAY_DEPLOYMENT_WORKDIRECTORY=/work
# The heap, to be set anew where there is more memory; an idle portal has about 320 MB in all.
ENV JDK_JAVA_OPTIONS="-Xmx320m"
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["ready"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "@patchbay.options", "-jar", "patchbay.jar"]
