package io.patchbay.microsoft.intune;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.patchbay.microsoft.graph.GraphAnswers;
import io.patchbay.microsoft.identity.DirectoryText;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The calls about applications, of the beta version of Microsoft Graph. */
@HttpExchange(url = "/deviceAppManagement", accept = "application/json")
interface IntuneApi {

    String WIN32 = "/mobileApps/{app}/microsoft.graph.win32LobApp/contentVersions";
    String FILE = WIN32 + "/{version}/files/{file}";

    record IntunePage<T>(
            List<T> value,

            @JsonProperty("@odata.nextLink") @JsonDeserialize(using = GraphAnswers.Verbatim.class) @Nullable
            String nextLink) {}

    record App(
            String id,
            String displayName,

            @JsonDeserialize(using = GraphAnswers.Verbatim.class) @Nullable
            String notes,

            @Nullable String publishingState,
            @Nullable Boolean isAssigned,
            @Nullable String committedContentVersion,
            @Nullable List<GivenAssignment> assignments,
            @Nullable String displayVersion,
            @Nullable String publisher,
            @Nullable String applicableArchitectures,
            @Nullable String allowedArchitectures,
            @Nullable InstallExperience installExperience) {

        IntuneApp.Described described() {
            var architectures = allowedArchitectures == null ? applicableArchitectures : allowedArchitectures;
            return new IntuneApp.Described(
                    view(),
                    displayVersion == null ? "" : displayVersion,
                    publisher == null ? "" : publisher,
                    architectures == null ? "" : architectures,
                    installExperience != null && "user".equals(installExperience.runAsAccount()));
        }

        IntuneApp view() {
            var given = assignments == null ? List.<GivenAssignment>of() : List.copyOf(assignments);
            return new IntuneApp(
                    id,
                    DirectoryText.plain(displayName),
                    notes,
                    IntuneApp.PublishingState.of(publishingState),
                    committedContentVersion,
                    assignments == null ? Boolean.TRUE.equals(isAssigned) : !given.isEmpty(),
                    given);
        }
    }

    record InstallExperience(@Nullable String runAsAccount) {}

    record Created(String id) {}

    record File(
            String id,
            long size,
            long sizeEncrypted,
            @Nullable String uploadState,

            @JsonDeserialize(using = GraphAnswers.Verbatim.class) @Nullable
            String azureStorageUri,

            @Nullable Instant azureStorageUriExpirationDateTime) {

        ContentFile view() {
            return new ContentFile(
                    id,
                    size,
                    sizeEncrypted,
                    ContentFile.State.of(uploadState),
                    azureStorageUri,
                    azureStorageUriExpirationDateTime);
        }
    }

    /** Only what all types of applications have can be selected; a page of more, or with assignments, may time out. */
    @GetExchange("/mobileApps?$filter=isof('microsoft.graph.win32LobApp')"
            + "&$select=id,displayName,notes,publishingState,isAssigned&$top=100")
    IntunePage<App> apps(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    @GetExchange
    IntunePage<App> more(URI nextLink, @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    @GetExchange("/mobileApps/{app}?$expand=assignments")
    App app(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @PathVariable("app") String app);

    @PostExchange("/mobileApps")
    Created create(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestBody Map<String, Object> app);

    @PatchExchange("/mobileApps/{app}")
    void change(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @RequestBody Map<String, Object> change);

    @DeleteExchange("/mobileApps/{app}")
    void delete(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @PathVariable("app") String app);

    @GetExchange(WIN32)
    IntunePage<Created> versions(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @PathVariable("app") String app);

    @PostExchange(WIN32)
    Created newVersion(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @RequestBody Map<String, Object> nothing);

    @GetExchange(WIN32 + "/{version}/files")
    IntunePage<File> files(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @PathVariable("version") String version);

    @PostExchange(WIN32 + "/{version}/files")
    File newFile(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @PathVariable("version") String version,
            @RequestBody Map<String, Object> file);

    @GetExchange(FILE)
    File file(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @PathVariable("version") String version,
            @PathVariable("file") String file);

    @PostExchange(FILE + "/renewUpload")
    void renew(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @PathVariable("version") String version,
            @PathVariable("file") String file);

    @PostExchange(FILE + "/commit")
    void commit(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @PathVariable("version") String version,
            @PathVariable("file") String file,
            @RequestBody Map<String, Object> encryption);

    @PostExchange("/mobileApps/{app}/assign")
    void assign(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @RequestBody Map<String, Object> assignments);

    @GetExchange("/mobileApps/{app}/relationships")
    IntunePage<Map<String, Object>> relationships(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @PathVariable("app") String app);

    @PostExchange("/mobileApps/{app}/updateRelationships")
    void relate(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @RequestBody Map<String, Object> relationships);

    record Category(String id, String displayName) {

        public Category {
            displayName = DirectoryText.plain(displayName);
        }
    }

    @GetExchange("/mobileAppCategories?$select=id,displayName")
    IntunePage<Category> categories(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    @GetExchange("/mobileApps/{app}/categories?$select=id,displayName")
    IntunePage<Category> categoriesOf(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @PathVariable("app") String app);

    @PostExchange("/mobileApps/{app}/categories/$ref")
    void categorize(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @RequestBody Map<String, Object> reference);

    @DeleteExchange("/mobileApps/{app}/categories/{category}/$ref")
    void uncategorize(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("app") String app,
            @PathVariable("category") String category);
}
