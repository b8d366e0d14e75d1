package io.patchbay.account.settings;

import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each person preferences for themselves, in every company. */
@Service
public class PersonalSettings {

    private final JdbcClient jdbc;
    private final TimeZones zones;

    PersonalSettings(JdbcClient jdbc, TimeZones zones) {
        this.jdbc = jdbc;
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

    /** The person's preferences; none where nothing was ever stored. */
    public Preferences of(PersonId person) {
        return jdbc.sql("select time_zone, contact_email from personal_settings where tenant_id = ? and object_id = ?")
                .params(person.tenantId(), person.objectId())
                .query((rs, row) -> new Preferences(rs.getString(1), rs.getString(2)))
                .optional()
                .orElse(Preferences.NONE);
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
