package io.patchbay.licensing.key;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface IssuedKeyRepository extends JpaRepository<IssuedKey, UUID> {

    /** The key, for this transaction alone: of two companies that activate it at once, the second one waits here. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select k from IssuedKey k where k.keyId = :id")
    Optional<IssuedKey> locked(@Param("id") UUID id);

    @Query("select k.keyId from IssuedKey k where k.keyHash = :hash")
    Optional<UUID> idOf(@Param("hash") byte[] hash);

    @Query("select k from IssuedKey k order by k.issuedAt desc, k.keyId desc")
    List<IssuedKey> newest(Limit limit);

    @Query("""
            select k from IssuedKey k, IssuedKey p
            where p.keyId = :before and (k.issuedAt < p.issuedAt or k.issuedAt = p.issuedAt and k.keyId < p.keyId)
            order by k.issuedAt desc, k.keyId desc
            """)
    List<IssuedKey> before(@Param("before") UUID before, Limit limit);
}
