package io.patchbay.notification.delivery;

import io.patchbay.notification.channel.Channel;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.id.Identifiers;
import java.time.Clock;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** What the button Test sends: looks like the real thing, and says that it is none. */
@Component
public class TestNotice {

    private final Identifiers identifiers;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    TestNotice(Identifiers identifiers, MessageSourceAccessor messages, Clock clock) {
        this.identifiers = identifiers;
        this.messages = messages;
        this.clock = clock;
    }

    public Delivery delivery(Channel channel) {
        var now = clock.instant();
        return new Delivery(
                identifiers.next(),
                NoticeKind.CONNECTION_RESTORED,
                messages.getMessage("channel.test.title"),
                messages.getMessage("channel.test.body", new Object[] {channel.name()}),
                "/settings/notifications",
                now,
                0,
                now,
                now);
    }
}
