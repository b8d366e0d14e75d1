package io.patchbay.event.log;

import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.ratelimit.LimitReached;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a company's administrators that somebody did something so often that it was refused. */
@Service
class LimitEvents {

    private final EventLog log;
    private final MessageSourceAccessor messages;

    LimitEvents(EventLog log, MessageSourceAccessor messages) {
        this.log = log;
        this.messages = messages;
    }

    @EventListener
    @Transactional
    public void on(LimitReached reached) {
        var action = messages.getMessage("limit." + reached.action());
        log.append(NewEvent.of(LogEventKind.LIMIT_REACHED, action).with("action", action));
    }
}
