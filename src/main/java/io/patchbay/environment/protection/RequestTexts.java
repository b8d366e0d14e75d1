package io.patchbay.environment.protection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Says in words what requests ask for, in events and notifications that many people read. */
@Component
class RequestTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private final MessageSourceAccessor messages;

    RequestTexts(MessageSourceAccessor messages) {
        this.messages = messages;
    }

    String subject(ProtectionRequest request) {
        var connection = request.connection();
        return connection == null ? protection(request.protection()) : connection.tenantName();
    }

    String protection(Protection protection) {
        return text("protection.second." + protection.secondPerson()) + ", "
                + text("protection.wait.hours", protection.waitHours());
    }

    String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments);
    }
}
