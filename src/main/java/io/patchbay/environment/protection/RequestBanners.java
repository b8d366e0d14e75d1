package io.patchbay.environment.protection;

import io.patchbay.company.PersonRights;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner;
import io.patchbay.ui.Banner.Severity;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.BannerSource;
import io.patchbay.ui.RichText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says at the top of every page that a disconnect is coming, what is to be confirmed, and that nobody could confirm it. */
@Component
class RequestBanners implements BannerSource, PageFact {

    private final PageFacts facts;
    private final PersonRights rights;
    private final RequestTexts texts;
    private final JsonMapper json;

    RequestBanners(@Lazy PageFacts facts, PersonRights rights, RequestTexts texts, JsonMapper json) {
        this.facts = facts;
        this.rights = rights;
        this.texts = texts;
        this.json = json;
    }

    /** What the pages of a company have to tell. */
    record Told(boolean second, List<Open> open) {}

    /**
     * An open request.
     *
     * @param tenant the tenant that is to be disconnected; null for a change of the protection
     * @param until milliseconds since the epoch: when it begins, or lapses
     */
    record Open(UUID id, RequestStatus status, @Nullable String tenant, String by, long until) {

        Instant time() {
            return Instant.ofEpochMilli(until);
        }
    }

    @Override
    public String name() {
        return "disconnect_requests";
    }

    @Override
    public String sql() {
        return """
                select json_build_object(
                  'second', coalesce((select p.second_person from disconnect_protection p where p.company_id = :company), false),
                  'open', coalesce((select json_agg(json_build_object('id', r.request_id, 'status', r.status,
                      'tenant', r.tenant_name, 'by', r.person_name,
                      'until', (extract(epoch from coalesce(r.starts_at, r.lapses_at)) * 1000)::bigint)
                      order by r.requested_at)
                    from disconnect_request r
                    where r.company_id = :company and r.status in ('AWAITING_CONFIRMATION', 'WAITING')), '[]'))
                """;
    }

    @Override
    public List<Banner> banners() {
        if (Current.companyIfAny().isEmpty() || !Current.may(Capability.VIEW_ENVIRONMENTS)) {
            return List.of();
        }
        return facts.answer(this)
                .map(answer -> json.readValue(answer, Told.class))
                .map(told -> Stream.concat(
                                told.open().stream().flatMap(one -> banner(one).stream()),
                                nobodyConfirms(told).stream())
                        .toList())
                .orElse(List.of());
    }

    private Optional<Banner> banner(Open request) {
        var coming = request.tenant() != null && request.status() == RequestStatus.WAITING;
        if (!coming && !Current.may(Capability.MANAGE_COMPANY)) {
            return Optional.empty();
        }
        var key = "protection.banner.%s.%s"
                .formatted(request.tenant() == null ? RequestKind.CHANGE : RequestKind.DISCONNECT, request.status());
        var arguments = new Object[] {request.tenant(), request.by()};
        return Optional.of(new Banner(
                "disconnect-request:%s:%s".formatted(request.id(), request.status()),
                coming ? Severity.DANGER : Severity.WARNING,
                "",
                List.of(
                        RichText.text(texts.text(key, arguments) + " "),
                        RichText.time(request.time()),
                        RichText.text(". ")),
                null,
                Current.may(Capability.CONNECT_INTUNE)
                        ? List.of(new BannerAction(
                                texts.text("protection.banner." + request.status() + ".action"),
                                "/settings/disconnect-requests/" + request.id()))
                        : List.of(),
                false));
    }

    private Optional<Banner> nobodyConfirms(Told told) {
        return told.second() && Current.may(Capability.MANAGE_COMPANY) && rights.fullAdmins() < 2
                ? Optional.of(Banner.staying(
                        "disconnect-protection:nobody-confirms",
                        Severity.WARNING,
                        texts.text("protection.banner.nobody"),
                        List.of(new BannerAction(
                                texts.text("protection.banner.nobody.action"), "/settings/company/disconnects"))))
                : Optional.empty();
    }
}
