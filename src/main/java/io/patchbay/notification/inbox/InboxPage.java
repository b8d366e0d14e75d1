package io.patchbay.notification.inbox;

import io.patchbay.notification.notice.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of somebody's inbox, newest first.
 *
 * @param older where the next page begins, null on the last
 * @param muted the kinds that the person does not want
 */
public record InboxPage(List<Item> items, @Nullable UUID older, Set<String> muted) {

    /** One notice. */
    public record Item(UUID id, NoticeKind kind, String title, String body, String link, Instant at, boolean unread) {}

    /** Whether anything on it is unread. */
    public boolean hasUnread() {
        return items.stream().anyMatch(Item::unread);
    }
}
