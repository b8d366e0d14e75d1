package io.patchbay.account.session;

import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.AccessEnded;
import io.patchbay.platform.tenancy.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The sessions a person is signed in with, on whichever device and instance. */
@Service
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** The person's sessions: the current one first, then the one used last. */
    public List<SessionView> of(PersonId person, String current) {
        return all(person)
                .map(session -> view(session, current))
                .sorted(Comparator.comparing(SessionView::current)
                        .thenComparing(SessionView::lastUsed)
                        .reversed())
                .toList();
    }

    /**
     * Ends another session of the person: its next request is that of somebody who has to sign in.
     *
     * @throws NotFoundException where the person has no such session
     * @throws ConflictException for the current one
     */
    public void end(PersonId person, UUID reference, String current) {
        var id = all(person)
                .map(Session::getId)
                .filter(session -> SessionIds.reference(session).equals(reference))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (reference.equals(SessionIds.reference(current))) {
            throw new ConflictException("account.sessions.current.stays");
        }
        repository.deleteById(id);
    }

    /**
     * Ends every session of the person but the current one.
     *
     * @return how many there were
     */
    public int endOthers(PersonId person, String current) {
        var others = all(person)
                .map(Session::getId)
                .filter(session -> !SessionIds.reference(session).equals(SessionIds.reference(current)))
                .toList();
        others.forEach(repository::deleteById);
        return others.size();
    }

    /** Whoever has no access any more has to sign in again, perhaps to another company. */
    @EventListener
    void accessEnded(AccessEnded event) {
        event.people().stream().flatMap(this::all).map(Session::getId).forEach(repository::deleteById);
    }

    private Stream<Session> all(PersonId person) {
        return repository.findByPrincipalName(person.toString()).values().stream()
                .<Session>map(session -> session)
                .filter(session -> !session.isExpired());
    }

    private static SessionView view(Session session, String current) {
        var reference = SessionIds.reference(session.getId());
        SignInRecord signIn = session.getAttribute(SignInRecord.ATTRIBUTE);
        return new SessionView(
                reference,
                Device.of(signIn == null ? null : signIn.userAgent()),
                signIn == null ? "-" : signIn.address(),
                signIn == null ? session.getCreationTime() : signIn.at(),
                session.getLastAccessedTime(),
                reference.equals(SessionIds.reference(current)));
    }
}
