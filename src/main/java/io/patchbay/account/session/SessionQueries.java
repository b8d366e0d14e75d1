package io.patchbay.account.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Has the rows of each session come one after the other. Spring Session's own query has no order but relies on one: where
 * PostgreSQL joins by hash, sessions of one person come mixed and lose attributes.
 */
@Configuration(proxyBeanMethods = false)
class SessionQueries {

    private static final String BY_PRINCIPAL_NAME = """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
              sa.attribute_name, sa.attribute_bytes
            from %TABLE_NAME% s left join %TABLE_NAME%_attributes sa on sa.session_primary_id = s.primary_id
            where s.principal_name = ?
            order by s.session_id
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInOrder() {
        return repository -> repository.setListSessionsByPrincipalNameQuery(BY_PRINCIPAL_NAME);
    }
}
