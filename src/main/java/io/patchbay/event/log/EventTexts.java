package io.patchbay.event.log;

import io.patchbay.event.NewEvent;
import io.patchbay.platform.tenancy.Actor;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Makes title and text of an event, once, when it is appended: what is stored is what was said then. */
@Component
class EventTexts {

    private static final Pattern PLACES = Pattern.compile("\\{(\\d+)}");

    private final MessageSourceAccessor messages;

    EventTexts(MessageSourceAccessor messages) {
        this.messages = messages;
    }

    /**
     * The title.
     *
     * @throws IllegalArgumentException where it speaks of more arguments than the event has
     */
    String title(NewEvent event, Actor actor) {
        return message(event, actor, "title");
    }

    /**
     * The text, in the variant that the event asks for.
     *
     * @throws IllegalArgumentException where it speaks of more arguments than the event has
     */
    String text(NewEvent event, Actor actor) {
        return message(event, actor, event.variant().isEmpty() ? "text" : "text." + event.variant());
    }

    private String message(NewEvent event, Actor actor, String which) {
        var key = "event." + event.kind().name() + "." + which;
        var arguments = Stream.concat(Stream.of(actor.name()), event.arguments().stream())
                .toArray();
        PLACES.matcher(messages.getMessage(key)).results().forEach(place -> {
            if (Integer.parseInt(place.group(1)) >= arguments.length) {
                throw new IllegalArgumentException(key + " speaks of more than was given: " + place.group());
            }
        });
        return messages.getMessage(key, arguments);
    }
}
