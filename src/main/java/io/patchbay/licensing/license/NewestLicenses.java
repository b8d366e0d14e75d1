package io.patchbay.licensing.license;

import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.pageview.PageView;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Of each environment the newest license, which is the one in force unless it was revoked. */
@Component
public class NewestLicenses implements PageFact {

    private final PageFacts facts;
    private final JsonMapper json;

    NewestLicenses(@Lazy PageFacts facts, JsonMapper json) {
        this.facts = facts;
        this.json = json;
    }

    @Override
    public String name() {
        return "newest_licenses";
    }

    @Override
    public String sql() {
        return """
                select json_agg(json_build_object('environment', environment_id, 'kind', kind, 'plan', plan, 'devices', devices,
                  'keyEnding', key_ending, 'startsAt', starts_at, 'endsAt', ends_at, 'closeReason', close_reason))
                from (select distinct on (environment_id) * from license where company_id = :company
                  order by environment_id, license_id desc) newest
                """;
    }

    /** Those of the current company. */
    public Map<EnvironmentId, NewestLicense> byEnvironment() {
        return PageView.once(NewestLicenses.class, this::read);
    }

    private Map<EnvironmentId, NewestLicense> read() {
        return facts.answer(this).stream()
                .flatMap(found -> Arrays.stream(json.readValue(found, NewestLicense[].class)))
                .collect(Collectors.toMap(license -> new EnvironmentId(license.environment()), Function.identity()));
    }
}
