package io.patchbay.environment.model;

import org.springframework.data.jpa.repository.JpaRepository;

public interface EnvironmentRepository extends JpaRepository<Environment, EnvironmentKey> {}
