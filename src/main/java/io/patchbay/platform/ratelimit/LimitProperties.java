package io.patchbay.platform.ratelimit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one person may do what costs others something. A company and a network address may five times as often.
 *
 * @param invitations Invitations sent in an hour, again or for the first time.
 * @param companies Companies created in a day.
 * @param accessRequests Requests for access to a company in an hour.
 * @param channels Notification channels added in an hour.
 * @param channelTests Test notifications sent in an hour.
 * @param exports Exports of the event log, and downloads of copies of connections, in an hour.
 * @param uploads Uploads of copies of connections in an hour.
 * @param apiTokens API tokens created in an hour.
 */
@ConfigurationProperties("patchbay.limits")
public record LimitProperties(
        @DefaultValue("30") int invitations,
        @DefaultValue("5") int companies,
        @DefaultValue("10") int accessRequests,
        @DefaultValue("20") int channels,
        @DefaultValue("20") int channelTests,
        @DefaultValue("30") int exports,
        @DefaultValue("30") int uploads,
        @DefaultValue("20") int apiTokens) {

    int of(LimitedAction action) {
        return switch (action) {
            case INVITATION -> invitations;
            case COMPANY -> companies;
            case ACCESS_REQUEST -> accessRequests;
            case CHANNEL -> channels;
            case CHANNEL_TEST -> channelTests;
            case EXPORT -> exports;
            case UPLOAD -> uploads;
            case API_TOKEN -> apiTokens;
        };
    }
}
