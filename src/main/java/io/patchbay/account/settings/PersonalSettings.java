package io.patchbay.account.settings;

import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.pageview.PageView;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What each person prefers for themselves, in every company. */
@Service
public class PersonalSettings implements PageFact {

    private final JdbcClient jdbc;
    private final PageFacts facts;
    private final JsonMapper json;
    private final TimeZones zones;

    PersonalSettings(JdbcClient jdbc, @Lazy PageFacts facts, JsonMapper json, TimeZones zones) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.json = json;
        this.zones = zones;
    }

    /**
     * A person's preferences.
     *
     * @param timeZone IANA name of the zone in which times are shown, null for the browser's own
     * @param contactEmail where notices for the person go, null for the address they sign in with
     */
    public record Preferences(
            @Nullable String timeZone, @Nullable String contactEmail) {

        static final Preferences NONE = new Preferences(null, null);

        /** Where notices go for somebody who signs in with this address. */
        public String noticesTo(String signInAddress) {
            return contactEmail == null ? signInAddress : contactEmail;
        }
    }

    /** The preferences of whoever reads the page; none where nothing was ever stored. */
    public Preferences ofReader() {
        return PageView.once(
                PersonalSettings.class,
                () -> facts.answer(this)
                        .map(stored -> json.readValue(stored, Preferences.class))
                        .orElse(Preferences.NONE));
    }

    @Override
    public String name() {
        return "reader_settings";
    }

    @Override
    public String sql() {
        return """
                select json_build_object('timeZone', time_zone, 'contactEmail', contact_email)
                from personal_settings where tenant_id = :tenant and object_id = :person
                """;
    }

    /**
     * Stores the person's preferences in place of those before.
     *
     * @throws InvalidRequestException for a time zone that is none
     */
    @Transactional
    public void save(PersonId person, Preferences preferences) {
        if (preferences.timeZone() != null && !zones.has(preferences.timeZone())) {
            throw new InvalidRequestException("account.zone.unknown");
        }
        jdbc.sql("""
                insert into personal_settings (tenant_id, object_id, time_zone, contact_email)
                values (:tenant, :object, :zone, :email)
                on conflict (tenant_id, object_id)
                  do update set time_zone = excluded.time_zone, contact_email = excluded.contact_email
                """)
                .param("tenant", person.tenantId())
                .param("object", person.objectId())
                .param("zone", preferences.timeZone())
                .param("email", preferences.contactEmail())
                .update();
    }
}
