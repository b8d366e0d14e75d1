package io.patchbay.licensing.quote;

import io.patchbay.licensing.QuoteView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface QuoteRepository extends JpaRepository<Quote, UUID> {

    @Query("select q from Quote q where q.companyId = :company order by q.quoteId desc")
    List<Quote> ofCompany(@Param("company") UUID company, Limit limit);

    @Query("select q from Quote q where q.quoteId = :id and q.companyId = :company")
    Optional<Quote> ofCompany(@Param("id") UUID id, @Param("company") UUID company);

    @Query("""
            select q from Quote q
            where q.status = :status and (:before is null or q.quoteId < :before) order by q.quoteId desc
            """)
    List<Quote> withStatus(
            @Param("status") QuoteView.QuoteStatus status,
            @Param("before") @org.jspecify.annotations.Nullable UUID before,
            Limit limit);
}
