package io.patchbay.event.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.patchbay.CallWalk;
import io.patchbay.event.EventLog;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

/**
 * A service that changes data says so in the log. Follows the calls from every transactional method that may write
 * ({@link CallWalk}) and wants to arrive at {@link EventLog}; the tests of each module count its events. What changes data without an event is listed with its reason.
 */
@Tag("fast")
class ChangesAreEventsTests {

    private static final JavaClasses PATCHBAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.patchbay");

    /** Methods that write and append no event, and why that is right. */
    private static final Map<String, String> SILENT = Map.ofEntries(
            Map.entry("account.PersonalSettings.save", "a person's own preferences, which belong to no company"),
            Map.entry(
                    "banner.CompanyBannerBoard.dismiss",
                    "what somebody no longer wants to see changes nothing for anybody else"),
            Map.entry("ui.LayoutContributions.dismiss", "the same, on its way there"),
            Map.entry("catalog.CatalogStore.gone", "the catalog belongs to no company"),
            Map.entry("catalog.CatalogStore.record", "the catalog belongs to no company"),
            Map.entry("catalog.CatalogStore.store", "the catalog belongs to no company"),
            Map.entry("deployment.Deletions.store", "progress of a deletion, whose end is an event"),
            Map.entry("deployment.DeploymentDrafts.begin", "a draft, whose publication is an event"),
            Map.entry("deployment.QuickDeployments.start", "begins deployments, each of which is an event"),
            Map.entry("deployment.QuickWork.refuse", "nothing became of it, which its page says"),
            Map.entry("event.SavedViews.accessEnded", "a person's own filters"),
            Map.entry("event.SavedViews.add", "a person's own filters"),
            Map.entry("event.SavedViews.delete", "a person's own filters"),
            Map.entry("event.SavedViews.end", "part of deleting a company, which is an event"),
            Map.entry("event.SavedViews.forget", "part of ending somebody's access, which is an event"),
            Map.entry("event.SavedViews.rename", "a person's own filters"),
            Map.entry("deployment.ManualAssignments.note", "what somebody did in Intune, as last seen"),
            Map.entry(
                    "deployment.SyncStore.publishNewer",
                    "begins to publish a version, whose success or failure is an event"),
            Map.entry("deployment.SyncTimes.begin", "progress of a synchronization; what it does are events"),
            Map.entry("deployment.SyncTimes.forget", "part of a disconnect, whose end is an event"),
            Map.entry("deployment.LeftoverStore.take", "part of a deletion, which is an event"),
            Map.entry("environment.ConsentAttempts.disconnected", "part of a disconnect, whose end is an event"),
            Map.entry("monitoring.FailingJobs.runAgain", "the vendor's installation, which is no company's"),
            Map.entry("deployment.SyncTimes.due", "an environment without deployments is not synchronized any more"),
            Map.entry("deployment.SyncTimes.end", "progress of a synchronization; what it does are events"),
            Map.entry("deployment.SyncTimes.keep", "an environment's first deployment, which is an event"),
            Map.entry("deployment.DeploymentTeardownStore.cancel", "part of a disconnect, whose end is an event"),
            Map.entry("deployment.DeploymentTeardownStore.forget", "part of a disconnect, whose end is an event"),
            Map.entry("deployment.DeploymentTeardownStore.forgetAll", "part of a disconnect, whose end is an event"),
            Map.entry("company.CompanyLock.lock", "a lock that lasts as long as the transaction"),
            Map.entry("company.CompanyLock.tryLock", "a lock that lasts as long as the transaction"),
            Map.entry("company.RememberedCompanies.accessEnded", "part of a disconnect, whose end is an event"),
            Map.entry("company.RememberedCompanies.forget", "a person's own wish, which belongs to no company"),
            Map.entry("company.RememberedCompanies.keep", "a person's own wish, which belongs to no company"),
            Map.entry("environment.ConsentAttempts.polled", "progress of an attempt to connect, whose end is an event"),
            Map.entry("environment.ConsentAttempts.proven", "progress of an attempt to connect, whose end is an event"),
            Map.entry(
                    "environment.ConsentAttempts.skipConsent",
                    "progress of an attempt to connect, whose end is an event"),
            Map.entry("environment.ConsentAttempts.start", "an attempt to connect, whose end is an event"),
            Map.entry("environment.ConsentAttempts.use", "progress of an attempt to connect, whose end is an event"),
            Map.entry(
                    "environment.ConsentAttempts.verifying",
                    "progress of an attempt to connect, whose end is an event"),
            Map.entry(
                    "environment.Disconnects.begin",
                    "a disconnect that runs, whose end is an event with everything it removed"),
            Map.entry("environment.ConnectionLock.hold", "a lock that lasts as long as the transaction"),
            Map.entry("event.EventChain.seal", "the log's own bookkeeping"),
            Map.entry(
                    "event.EventRetention.apply",
                    "the choice of how long to keep events is an event; what leaves because of it would fill the log again"),
            Map.entry(
                    "event.EventStreaming.store",
                    "a try to deliver, shown with the webhook; an event would itself have to be delivered"),
            Map.entry(
                    "event.EventStreaming.taken",
                    "a try to deliver, shown with the webhook; an event would itself have to be delivered"),
            Map.entry("event.EventTokens.used", "when a token was used last, shown with the token"),
            Map.entry(
                    "group.GroupMemberships.forget", "a note of who was here through a group, when the group is gone"),
            Map.entry(
                    "notification.Deliveries.endOf",
                    "a channel whose removal with its connection is in the event of that"),
            Map.entry("notification.Deliveries.store", "a try to deliver, shown with the channel"),
            Map.entry("notification.Inbox.receive", "a person's own wish"),
            Map.entry("notification.Inbox.read", "what somebody has read changes nothing for anybody else"),
            Map.entry("notification.Inbox.readAll", "what somebody has read changes nothing for anybody else"),
            Map.entry("notification.ConnectionIncidents.remind", "a reminder of what is an event already"),
            Map.entry("portability.CopyUploads.store", "changes nothing yet; importing or refusing it is an event"),
            Map.entry("portability.CopyUploads.discard", "changes nothing but the upload itself"),
            Map.entry("portability.CopyUploads.claim", "so that one import of it runs, which is an event"),
            Map.entry("portability.CopyUploads.extend", "the same while it goes on"),
            Map.entry("portability.CopyUploads.release", "the import of it ended, which is an event"));

    @Test
    void aServiceThatChangesDataAppendsAnEvent() {
        var silent = new TreeSet<String>();
        writing()
                .filter(method -> !tells(method))
                .map(ChangesAreEventsTests::name)
                .forEach(silent::add);
        assertThat(silent)
                .as("Append an event, or name the method here with the reason why it needs none")
                .isEqualTo(new TreeSet<>(SILENT.keySet()));
    }

    @Test
    void mostOfThemDo() {
        assertThat(writing().filter(ChangesAreEventsTests::tells).count()).isGreaterThan(SILENT.size());
    }

    private static Stream<JavaMethod> writing() {
        return PATCHBAY.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.tryGetAnnotationOfType(Transactional.class)
                        .map(transaction -> !transaction.readOnly())
                        .orElse(false))
                .filter(method -> !method.getOwner().isEquivalentTo(EventLog.class));
    }

    private static String name(JavaMethod method) {
        var module = method.getOwner().getPackageName().split("\\.")[2];
        return module + "." + method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static boolean tells(JavaMethod method) {
        return CallWalk.reached(
                        method.getAccessesFromSelf().stream(),
                        unit -> unit.getOwner().isEquivalentTo(EventLog.class)
                                && unit.getName().startsWith("append"))
                .isPresent();
    }
}
