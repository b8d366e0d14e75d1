package io.patchbay.environment.consent;

import io.patchbay.environment.consent.ConsentAttempt.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface ConsentAttemptRepository extends JpaRepository<ConsentAttempt, ConsentAttemptKey> {

    /** Uses up a state: hits one row for the first who brings it from the right session and person in time, else none. */
    @Modifying(clearAutomatically = true)
    @Query("""
            update ConsentAttempt a set a.step = :next, a.version = a.version + 1
            where a.key.companyId = :company and a.stateHash = :state and a.step = :expected
              and a.sessionHash = :session and a.personTenantId = :tenant and a.personObjectId = :object
              and a.expiresAt > :now
            """)
    int use(
            @Param("company") UUID company,
            @Param("state") byte[] state,
            @Param("expected") Step expected,
            @Param("next") Step next,
            @Param("session") byte[] session,
            @Param("tenant") UUID tenant,
            @Param("object") UUID object,
            @Param("now") Instant now);

    /** Deletes what is over of the attempts at a tenant; one that is under way still has to say why it fails. */
    @Modifying(clearAutomatically = true)
    @Query("""
            delete from ConsentAttempt a
            where a.key.companyId = :company and a.environmentId = :environment
              and (a.expectedTenantId = :tenant or a.provenTenantId = :tenant)
              and (a.step in (io.patchbay.environment.consent.ConsentAttempt.Step.CONNECTED,
                  io.patchbay.environment.consent.ConsentAttempt.Step.FAILED) or a.expiresAt < :now)
            """)
    void deleteOver(
            @Param("company") UUID company,
            @Param("environment") UUID environment,
            @Param("tenant") UUID tenant,
            @Param("now") Instant now);

    @Query("select a from ConsentAttempt a where a.key.companyId = :company and a.stateHash = :state")
    Optional<ConsentAttempt> byState(@Param("company") UUID company, @Param("state") byte[] state);
}
