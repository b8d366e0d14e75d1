package io.patchbay.event;

import io.patchbay.event.view.SavedViewStore;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.AccessEnded;
import io.patchbay.platform.tenancy.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the log that a person keeps by a name in the current company; nobody else sees them. */
@Service
public class SavedViews {

    /** So many a person can have in a company. */
    public static final int AT_MOST = 30;

    /** The longest name. */
    public static final int NAME_AT_MOST = 60;

    private static final int ADDRESS_AT_MOST = 2000;

    private final SavedViewStore store;
    private final Identifiers identifiers;

    SavedViews(SavedViewStore store, Identifiers identifiers) {
        this.store = store;
        this.identifiers = identifiers;
    }

    /**
     * One of them.
     *
     * @param address of the page that it opens
     */
    public record SavedView(UUID id, String name, String address) {}

    /** Those of a person, by name. */
    @Transactional(readOnly = true)
    public List<SavedView> of(PersonId person) {
        return store.of(person);
    }

    /**
     * Keeps a page of the log by a name.
     *
     * @throws InvalidRequestException where it has no name, or one that is too long
     * @throws ConflictException where the person has one of that name, or too many, with the reason for people
     */
    @Transactional
    public void add(PersonId person, String name, String address) {
        var wanted = checked(name);
        if (address.length() > ADDRESS_AT_MOST) {
            throw new InvalidRequestException("views.tooLong");
        }
        if (store.of(person).size() >= AT_MOST) {
            throw new ConflictException("views.full", AT_MOST);
        }
        unlessTaken(wanted, () -> store.add(person, new SavedView(identifiers.next(), wanted, address)));
    }

    /**
     * Gives one another name.
     *
     * @throws NotFoundException where the person has none of that identifier
     * @throws InvalidRequestException where there is no name, or one that is too long
     * @throws ConflictException where another one has the name, with the reason for people
     */
    @Transactional
    public void rename(PersonId person, UUID id, String name) {
        if (store.of(person).stream().noneMatch(one -> one.id().equals(id))) {
            throw new NotFoundException();
        }
        var wanted = checked(name);
        unlessTaken(wanted, () -> store.rename(person, id, wanted));
    }

    /**
     * Deletes one.
     *
     * @throws NotFoundException where the person has none of that identifier
     */
    @Transactional
    public void delete(PersonId person, UUID id) {
        if (!store.delete(person, id)) {
            throw new NotFoundException();
        }
    }

    /** Deletes those of a person who is no member any more. */
    @Transactional
    public void forget(PersonId person) {
        store.deleteAll(person);
    }

    /** Deletes all of the company, which is deleted. */
    @Transactional
    public void end() {
        store.deleteAll();
    }

    @EventListener
    @Transactional
    public void accessEnded(AccessEnded event) {
        event.people().forEach(store::deleteAll);
    }

    private static String checked(String name) {
        var wanted = name.strip();
        if (wanted.isEmpty()) {
            throw new InvalidRequestException("views.name.required");
        }
        if (wanted.length() > NAME_AT_MOST) {
            throw new InvalidRequestException("views.name.long", NAME_AT_MOST);
        }
        return wanted;
    }

    private static void unlessTaken(String name, Runnable change) {
        try {
            change.run();
        } catch (DuplicateKeyException e) {
            throw new ConflictException("views.taken", name);
        }
    }
}
