package io.patchbay.environment;

import org.springframework.data.jpa.repository.JpaRepository;

interface IntuneConnectionRepository extends JpaRepository<IntuneConnection, EnvironmentKey> {}
