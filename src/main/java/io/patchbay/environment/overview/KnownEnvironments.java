package io.patchbay.environment.overview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The environments of companies whose pages are looked at, so that no page reads hundreds of them anew. Each page asks, among its
 * other facts, for a hash of all that is stored about them, and what has another hash is read again: so a page always shows what
 * its own transaction sees, whichever instance of the portal changed it.
 */
@Component
class KnownEnvironments implements PageFact {

    private static final int ROWS_AT_MOST = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final PageFacts facts;
    private final EnvironmentsWithConnections environments;
    private final Cache<CompanyId, Known> known = Caffeine.newBuilder()
            .maximumWeight(ROWS_AT_MOST)
            .weigher((CompanyId company, Known one) -> 1 + one.rows().size())
            .expireAfterAccess(KEPT)
            .build();

    KnownEnvironments(@Lazy PageFacts facts, EnvironmentsWithConnections environments) {
        this.facts = facts;
        this.environments = environments;
    }

    private record Known(String hash, List<EnvironmentWithConnection> rows) {}

    @Override
    public String name() {
        return "environments_hash";
    }

    @Override
    public String sql() {
        return """
                select concat_ws(' ',
                  (select bit_xor(hash_record_extended(e, 0)) from environment e where e.company_id = :company),
                  (select bit_xor(hash_record_extended(c, 0)) from intune_connection c where c.company_id = :company))
                """;
    }

    /** Those of the current company, oldest first; for a page view. */
    List<EnvironmentWithConnection> all() {
        var company = Current.company();
        var hash = facts.answer(this).orElse("");
        var last = known.getIfPresent(company);
        if (last != null && last.hash().equals(hash)) {
            return last.rows();
        }
        var rows = List.copyOf(environments.withConnections(company.value()));
        known.put(company, new Known(hash, rows));
        return rows;
    }
}
