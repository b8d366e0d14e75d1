package io.patchbay.account.session;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How sessions are stored. Each statement stands for itself: a session is read without a transaction around one select, and
 * requests of one session that store the same attribute at once do not fail.
 */
@Configuration(proxyBeanMethods = false)
class SessionStorage {

    /**
     * Spring Session's own query has no order but relies on one: where PostgreSQL joins by hash, sessions of one person come
     * mixed and lose attributes.
     */
    private static final String BY_PRINCIPAL_NAME = """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
              sa.attribute_name, sa.attribute_bytes
            from %TABLE_NAME% s left join %TABLE_NAME%_attributes sa on sa.session_primary_id = s.primary_id
            where s.principal_name = ?
            order by s.session_id
            """;

    /** Stores nothing for a session that was ended meanwhile, and the later of two values. */
    private static final String PUT_ATTRIBUTE = """
            insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            select s.primary_id, put.attribute_name, put.attribute_bytes
            from (select ?::char(36) as session, ?::varchar as attribute_name, ?::bytea as attribute_bytes) put
            join %TABLE_NAME% s on s.primary_id = put.session
            on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionQueries() {
        return repository -> {
            repository.setListSessionsByPrincipalNameQuery(BY_PRINCIPAL_NAME);
            repository.setCreateSessionAttributeQuery(PUT_ATTRIBUTE);
            repository.setSessionIdGenerator(SessionIds.STORED);
            repository.setConversionService(attributes());
        };
    }

    private static ConversionService attributes() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new AttributeReader());
        return conversion;
    }

    /** For Spring Session, which asks for this name, and for nobody else. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    static BeanPostProcessor sparingSessions(
            ObjectProvider<Clock> clock, ObjectProvider<SessionProperties> properties) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository repository
                        ? new SparingSessions<>(
                                repository,
                                clock.getObject(),
                                properties.getObject().lifetime())
                        : bean;
            }
        };
    }
}
