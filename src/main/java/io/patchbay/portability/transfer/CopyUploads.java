package io.patchbay.portability.transfer;

import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.portability.archive.Manifest;
import io.patchbay.portability.archive.UnusableFileException;
import io.patchbay.portability.transfer.ImportedPiece.ImportOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what was uploaded and what became of it. Every method is one transaction. */
@Service
class CopyUploads {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final UploadedCopies uploads;
    private final ConnectionLock connections;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    CopyUploads(
            UploadedCopies uploads, ConnectionLock connections, EventLog log, Identifiers identifiers, Clock clock) {
        this.uploads = uploads;
        this.connections = connections;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Keeps a file that was checked for a tenant, while the connection to that is held: a disconnect that begins meanwhile waits,
     * and deletes it.
     *
     * @throws ConflictException where the environment is no longer connected to the tenant or is being disconnected,
     *     or somebody imports the former file
     */
    @Transactional
    void store(EnvironmentId environment, UUID tenant, byte[] file) {
        if (!connections.hold(environment).equals(tenant)) {
            throw new NotConnectedException();
        }
        if (!uploads.store(environment, file, clock.instant())) {
            throw new ConflictException("copy.running");
        }
    }

    @Transactional(readOnly = true)
    Optional<byte[]> of(EnvironmentId environment) {
        return uploads.of(environment);
    }

    /** A file that nobody else imports, until {@link #release}. */
    record Claim(EnvironmentId environment, UUID by, byte[] file) {}

    /**
     * Keeps others from importing it, and from discarding it or uploading another, until {@link #release}, or until nothing was
     * heard of the import for long.
     *
     * @throws ConflictException where there is none, or somebody imports it
     */
    @Transactional
    Claim claim(EnvironmentId environment) {
        var by = identifiers.next();
        var now = clock.instant();
        var claimed = uploads.claim(environment, by, now, now.plus(LONGEST_SILENCE));
        var file = uploads.of(environment).orElseThrow(() -> new ConflictException("copy.none"));
        if (!claimed) {
            throw new ConflictException("copy.running");
        }
        return new Claim(environment, by, file);
    }

    /**
     * Says that the import goes on.
     *
     * @throws ConflictException where it was silent for so long that another may have begun, or the file is gone
     */
    @Transactional
    void extend(Claim claim) {
        if (!uploads.extend(claim.environment(), claim.by(), clock.instant().plus(LONGEST_SILENCE))) {
            throw new ConflictException("copy.lost");
        }
    }

    @Transactional
    void release(Claim claim) {
        uploads.release(claim.environment(), claim.by());
    }

    /** Forgets the file, unless somebody imports it. */
    @Transactional
    void discard(EnvironmentId environment) {
        var now = clock.instant();
        uploads.deleteUnclaimed(environment, now);
        if (uploads.claimed(environment, now)) {
            throw new ConflictException("copy.running");
        }
    }

    @Transactional
    void refused(EnvironmentId environment, UUID tenant, UnusableFileException unusable) {
        log.append(NewEvent.of(PortabilityEventKind.INTUNE_COPY_REFUSED, unusable.inShort())
                .in(environment)
                .tenant(tenant)
                .with("reason", unusable.inShort()));
    }

    @Transactional
    void imported(EnvironmentId environment, UUID tenant, Manifest manifest, List<ImportedPiece> made) {
        var imported = count(made, ImportOutcome.IMPORTED);
        log.append(NewEvent.of(PortabilityEventKind.INTUNE_COPY_IMPORTED, manifest.tenantName(), imported)
                .in(environment)
                .tenant(tenant)
                .with("tenant", manifest.tenantName())
                .with("exported at", manifest.exportedAt())
                .with("imported", imported)
                .with("already there", count(made, ImportOutcome.THERE))
                .with("not imported", count(made, ImportOutcome.NOT_IMPORTED)));
    }

    private static long count(List<ImportedPiece> made, ImportOutcome outcome) {
        return made.stream().filter(one -> one.outcome() == outcome).count();
    }
}
