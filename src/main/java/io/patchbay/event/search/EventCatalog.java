package io.patchbay.event.search;

import io.patchbay.event.Category;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every kind of event that the modules made known. The log may also hold events of kinds that there are no more. */
@Component
public class EventCatalog {

    private final List<EventKind> kinds;

    /**
     * Takes the kinds of all modules.
     *
     * @throws IllegalStateException where two kinds have the same name, which is stored and has to stand for one of them
     */
    EventCatalog(List<EventKinds> modules) {
        this.kinds = modules.stream().flatMap(module -> module.kinds().stream()).toList();
        var names = new HashSet<String>();
        for (var kind : kinds) {
            if (!names.add(kind.name())) {
                throw new IllegalStateException("There are two kinds of events with the name " + kind.name());
            }
        }
    }

    /** All kinds. */
    public List<EventKind> kinds() {
        return kinds;
    }

    /** What events can be about. */
    public List<Category> categories() {
        return inUse(Category.values(), EventKind::category);
    }

    /** What events can tell that was done. */
    public List<Operation> operations() {
        return inUse(Operation.values(), EventKind::operation);
    }

    private <T> List<T> inUse(T[] all, Function<EventKind, T> part) {
        var used = new HashSet<>(kinds.stream().map(part).toList());
        return Stream.of(all).filter(used::contains).toList();
    }
}
