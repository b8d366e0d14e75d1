package io.patchbay.notification.inbox;

import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.PersonId;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person was told about the environments of the current company, and what of it they read. */
@Service
public class Inbox implements PageFact {

    /** The bell counts no further than this. */
    public static final int COUNTED = 100;

    private static final int SIZE = 25;

    private final NoticeStore store;
    private final PageFacts facts;
    private final Clock clock;

    Inbox(NoticeStore store, @Lazy PageFacts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** How many the person who acts has not read, at most {@link #COUNTED}. */
    public int unread() {
        return facts.answer(this).map(Integer::valueOf).orElse(0);
    }

    @Override
    public String name() {
        return "unread_notices";
    }

    @Override
    public String sql() {
        return NoticeStore.unread(COUNTED);
    }

    /**
     * A page of them.
     *
     * @param before the last of the page before, null for the first page
     */
    @Transactional(readOnly = true)
    public InboxPage page(PersonId person, @Nullable UUID before) {
        var reader = store.reader(person);
        var found = store.page(person, reader, before, SIZE + 1);
        var items = found.subList(0, Math.min(SIZE, found.size()));
        return new InboxPage(items, found.size() > SIZE ? items.getLast().id() : null, reader.muted());
    }

    /**
     * Marks one as read; again changes nothing.
     *
     * @throws NotFoundException where the company has no such notice
     */
    @Transactional
    public void read(PersonId person, UUID notice) {
        if (!store.read(person, notice)) {
            throw new NotFoundException();
        }
    }

    /** Marks everything until now as read. */
    @Transactional
    public void readAll(PersonId person) {
        var reader = store.reader(person);
        store.save(person, new NoticeStore.Reader(clock.instant(), reader.muted()));
    }

    /** Leaves all kinds but these out of the person's inbox; channels are not concerned. */
    @Transactional
    public void receive(PersonId person, Collection<NoticeKind> kinds) {
        var muted = Arrays.stream(NoticeKind.values())
                .filter(kind -> kind.reachesInbox() && !kinds.contains(kind))
                .map(NoticeKind::name)
                .collect(Collectors.toSet());
        store.save(person, new NoticeStore.Reader(store.reader(person).readUntil(), muted));
    }
}
