package io.patchbay.environment;

import org.springframework.data.jpa.repository.JpaRepository;

interface EnvironmentRepository extends JpaRepository<Environment, EnvironmentKey> {}
