package io.patchbay.microsoft.intune;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.intune.IntuneApi.IntunePage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** The applications in a tenant's Intune. Needs {@link #PERMISSION}. */
@Component
public class IntuneApps {

    /** The permission without which nothing here can be changed. */
    public static final String PERMISSION = "DeviceManagementApps.ReadWrite.All";

    private final PacedGraph graph;
    private final IntuneApi api;
    private final IntuneApi lists;
    private final DeviceManagementApi management;
    private final URI base;

    /** By tenant, as long as somebody changes relations there. */
    private final LoadingCache<UUID, Lock> relating =
            Caffeine.newBuilder().weakValues().build(tenant -> new ReentrantLock());

    IntuneApps(
            PacedGraph graph,
            @Qualifier("intuneApi") IntuneApi api,
            @Qualifier("intuneListApi") IntuneApi lists,
            DeviceManagementApi management,
            MicrosoftProperties properties) {
        this.graph = graph;
        this.api = api;
        this.lists = lists;
        this.management = management;
        this.base = properties.graphBeta();
    }

    /** All Win32 applications, without their assignments and contents; page by page. */
    public GraphOutcome<List<IntuneApp>> all(UUID tenant) {
        var all = new ArrayList<IntuneApp>();
        var page = graph.read(tenant, lists::apps);
        while (page instanceof GraphOutcome.Answered<IntunePage<IntuneApi.App>>(var found)) {
            found.value().forEach(app -> all.add(app.view()));
            var link = found.nextLink();
            if (link == null) {
                return new GraphOutcome.Answered<>(all);
            }
            page = graph.read(tenant, bearer -> lists.more(own(link), bearer));
        }
        return page.retyped();
    }

    /** The token goes to Graph and to nobody else. */
    private URI own(String nextLink) {
        var uri = URI.create(nextLink);
        if (!base.getScheme().equals(uri.getScheme()) || !base.getAuthority().equals(uri.getAuthority())) {
            throw new RestClientException("The next page is said to be at another host");
        }
        return uri;
    }

    /** One application, empty where there is none of that identifier any more. */
    public GraphOutcome<Optional<IntuneApp>> find(UUID tenant, String app) {
        GraphOutcome<Optional<IntuneApp>> outcome =
                graph.read(tenant, bearer -> Optional.of(api.app(bearer, app).view()));
        return gone(outcome) ? new GraphOutcome.Answered<>(Optional.empty()) : outcome;
    }

    /** The same with more of what it is. */
    public GraphOutcome<Optional<IntuneApp.Described>> describe(UUID tenant, String app) {
        GraphOutcome<Optional<IntuneApp.Described>> outcome =
                graph.read(tenant, bearer -> Optional.of(api.app(bearer, app).described()));
        return gone(outcome) ? new GraphOutcome.Answered<>(Optional.empty()) : outcome;
    }

    /** Makes an application, without content yet; its identifier. Not to be repeated without looking for it first. */
    public GraphOutcome<String> create(UUID tenant, Win32App app) {
        return graph.write(tenant, bearer -> api.create(bearer, app.json()).id());
    }

    /** Changes what an application is, but not its content. */
    public GraphOutcome<Boolean> change(UUID tenant, String id, Win32App app) {
        return graph.done(tenant, bearer -> api.change(bearer, id, app.json()));
    }

    /** Deletes an application; that it is gone already is success too. */
    public GraphOutcome<Boolean> delete(UUID tenant, String app) {
        var outcome = graph.done(tenant, bearer -> api.delete(bearer, app));
        return gone(outcome) ? new GraphOutcome.Answered<>(true) : outcome;
    }

    /** Makes a committed content version the application's content. */
    public GraphOutcome<Boolean> useContent(UUID tenant, String app, String version) {
        return graph.done(
                tenant,
                bearer -> api.change(
                        bearer, app, Map.of("@odata.type", Win32App.TYPE, "committedContentVersion", version)));
    }

    /**
     * Gives the application to exactly these; none takes it from everybody, and uninstalls nothing.
     *
     * @param updatesSuperseded whether the Company Portal is to update what people installed of the versions that it supersedes
     */
    public GraphOutcome<Boolean> assign(
            UUID tenant, String app, List<? extends IntuneAssignment> assignments, boolean updatesSuperseded) {
        var json = assignments.stream().map(one -> one.json(updatesSuperseded)).toList();
        return graph.done(tenant, bearer -> api.assign(bearer, app, Map.of("mobileAppAssignments", json)));
    }

    /** Takes the application from everybody. */
    public GraphOutcome<Boolean> unassign(UUID tenant, String app) {
        return assign(tenant, app, List.of(), false);
    }

    /** Puts the application into exactly these categories. */
    public GraphOutcome<Boolean> categorize(UUID tenant, String app, List<String> categories) {
        return graph.done(tenant, bearer -> {
            var there = api.categoriesOf(bearer, app).value().stream()
                    .map(IntuneApi.Category::id)
                    .toList();
            there.stream().filter(one -> !categories.contains(one)).forEach(one -> api.uncategorize(bearer, app, one));
            categories.stream()
                    .filter(one -> !there.contains(one))
                    .forEach(one -> api.categorize(bearer, app, reference(one)));
        });
    }

    private Map<String, Object> reference(String category) {
        return Map.of("@odata.id", base + "/deviceAppManagement/mobileAppCategories/" + category);
    }

    /** What the application supersedes and needs, and by what it is superseded and needed. */
    public GraphOutcome<List<AppRelation>> relations(UUID tenant, String app) {
        return graph.read(
                tenant,
                bearer -> api.relationships(bearer, app).value().stream()
                        .map(AppRelation::of)
                        .toList());
    }

    /**
     * Does work that reads relations and writes them back, once nobody else changes relations in that tenant; who is at it already
     * goes on at once. {@link #relate} replaces the whole list (intune-in-the-field P14): of two who read it and write it back at
     * once, one would undo what the other did. Instances of the portal do not wait for each other: what one of them lost that way is
     * found when the last step of a publishing looks again, or when the old application is retired.
     */
    public <T> T relating(UUID tenant, Supplier<T> work) {
        var lock = relating.get(tenant);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Has the application supersede and need exactly these; within {@link #relating} where they follow from those it has. */
    public GraphOutcome<Boolean> relate(UUID tenant, String app, List<AppRelation> relations) {
        var json = relations.stream()
                .filter(AppRelation::towards)
                .map(AppRelation::json)
                .toList();
        return graph.done(tenant, bearer -> api.relate(bearer, app, Map.of("relationships", json)));
    }

    /** What became of a request for approval. Needs {@code DeviceManagementRBAC.Read.All}. */
    public GraphOutcome<Approval.Decision> decision(UUID tenant, String code) {
        GraphOutcome<Approval.Decision> outcome = graph.read(
                tenant,
                bearer -> Approval.Decision.of(
                        management.approvalRequest(bearer, code).status()));
        return gone(outcome) ? new GraphOutcome.Answered<>(Approval.Decision.OVER) : outcome;
    }

    /** The code of a request that was filed with that justification and is approved; empty where there is none. */
    public GraphOutcome<Optional<String>> approved(UUID tenant, String justification) {
        return graph.read(
                tenant,
                bearer -> management.approvedRequests(bearer).value().stream()
                        .filter(request -> justification.equals(request.requestJustification()))
                        .map(DeviceManagementApi.Request::id)
                        .findFirst());
    }

    private static boolean gone(GraphOutcome<?> outcome) {
        return outcome instanceof GraphOutcome.Failed<?>(var status, var code, var message)
                && status == HttpStatus.NOT_FOUND.value();
    }
}
