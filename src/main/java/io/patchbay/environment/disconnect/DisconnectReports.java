package io.patchbay.environment.disconnect;

import io.patchbay.environment.consent.TenantClaims;
import io.patchbay.environment.disconnect.DisconnectStore.Run;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How disconnects stand, and the reports of those that ended, which stay as long as the company does. */
@Service
public class DisconnectReports {

    private static final int PAGE = 50;
    private static final int BATCH = 500;

    private final DisconnectStore store;
    private final ReportStore items;
    private final ConsentStore consents;
    private final TenantClaims claims;
    private final CleanupScript script;
    private final MicrosoftProperties microsoft;

    DisconnectReports(
            DisconnectStore store,
            ReportStore items,
            ConsentStore consents,
            TenantClaims claims,
            CleanupScript script,
            MicrosoftProperties microsoft) {
        this.store = store;
        this.items = items;
        this.consents = consents;
        this.claims = claims;
        this.script = script;
        this.microsoft = microsoft;
    }

    /** The last disconnect of each environment that ended. */
    @Transactional(readOnly = true)
    public Map<EnvironmentId, DisconnectSummary> summaries() {
        return items.summaries().stream()
                .collect(Collectors.toMap(DisconnectSummary::environment, Function.identity()));
    }

    /**
     * How a disconnect stands.
     *
     * @throws NotFoundException where the company has no such disconnect in that environment
     */
    @Transactional(readOnly = true)
    public DisconnectView view(EnvironmentId environment, UUID id) {
        return view(run(environment, id));
    }

    private DisconnectView view(Run run) {
        var progress = items.progress(run.id());
        return new DisconnectView(
                run.id(),
                run.environment(),
                run.tenantId(),
                run.tenantName(),
                run.person().name(),
                run.requestedAt(),
                run.finishedAt(),
                progress.removed(),
                progress.left(),
                progress.total(),
                progress.appsLeft(),
                claims.isTaken(run.tenantId()));
    }

    /**
     * One page of a report.
     *
     * @param result only the pieces that ended so; null for all
     * @param after after which piece it begins, -1 for the first page
     * @throws NotFoundException where the company has no such disconnect in that environment
     */
    @Transactional(readOnly = true)
    public DisconnectReport page(EnvironmentId environment, UUID id, @Nullable ReportResult result, int after) {
        var run = run(environment, id);
        var found = items.items(id, result, after, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        return new DisconnectReport(
                view(run),
                run.person().origin(),
                run.correlation(),
                run.agreement(),
                run.choice(),
                consents.of(id),
                items.counts(id),
                List.copyOf(page),
                found.size() > PAGE ? page.getLast().number() : null);
    }

    /**
     * All pieces of a report, one after the other.
     *
     * @throws NotFoundException where the company has no such disconnect in that environment
     */
    @Transactional(readOnly = true)
    public void each(EnvironmentId environment, UUID id, Consumer<ReportItem> reader) {
        run(environment, id);
        int after = -1;
        for (var batch = items.items(id, null, after, BATCH);
                !batch.isEmpty();
                batch = items.items(id, null, after, BATCH)) {
            batch.forEach(reader);
            after = batch.getLast().number();
        }
    }

    /**
     * A report with all of its pieces.
     *
     * @throws NotFoundException where the company has no such disconnect in that environment
     */
    @Transactional(readOnly = true)
    public ReportFile file(EnvironmentId environment, UUID id) {
        var pieces = new ArrayList<ReportItem>();
        each(environment, id, pieces::add);
        return ReportFile.of(page(environment, id, null, Integer.MAX_VALUE), pieces);
    }

    /**
     * The applications that are still in the tenant as far as is known.
     *
     * @throws NotFoundException where the company has no such disconnect in that environment
     * @throws ConflictException where the disconnect still runs, or the tenant is connected again: then they may be deployed
     *     again, under the same mark
     */
    @Transactional(readOnly = true)
    public List<ReportItem> leftApps(EnvironmentId environment, UUID id) {
        return leftApps(run(environment, id));
    }

    private List<ReportItem> leftApps(Run run) {
        if (run.finishedAt() == null) {
            throw new ConflictException("disconnect.running");
        }
        if (claims.isTaken(run.tenantId())) {
            throw new ConflictException("cleanup.again", run.tenantName());
        }
        return items.leftApps(run.id());
    }

    /**
     * A script that removes these applications, to be run by an administrator of the tenant.
     *
     * @throws NotFoundException where the company has no such disconnect in that environment
     * @throws ConflictException as {@link #leftApps(EnvironmentId, UUID)} does
     */
    @Transactional(readOnly = true)
    public String cleanupScript(EnvironmentId environment, UUID id) {
        var run = run(environment, id);
        return script.of(microsoft.cloud(), run.tenantId(), leftApps(run));
    }

    private Run run(EnvironmentId environment, UUID id) {
        return store.find(id)
                .filter(found -> found.environment().equals(environment))
                .orElseThrow(NotFoundException::new);
    }
}
