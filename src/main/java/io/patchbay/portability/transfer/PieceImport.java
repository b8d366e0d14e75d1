package io.patchbay.portability.transfer;

import io.patchbay.environment.PortablePart.Fate;
import io.patchbay.environment.PortablePart.PartImport;
import io.patchbay.environment.PortablePart.Prospect;
import io.patchbay.environment.PortablePart.Supplied;
import io.patchbay.platform.problem.ExplainedException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.portability.transfer.ImportedPiece.ImportOutcome;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Makes the pieces of one kind, each by itself: one that cannot be made keeps no other from being made. */
@Component
class PieceImport {

    private static final Logger LOG = LoggerFactory.getLogger(PieceImport.class);

    private final MessageSourceAccessor messages;

    PieceImport(MessageSourceAccessor messages) {
        this.messages = messages;
    }

    /** Pieces for which the tenant has been asked. */
    record Begun(OpenedPart<?> part, PartImport<?> importing) {}

    /**
     * Makes those that were chosen.
     *
     * @param before is run before each; what it throws ends all
     * @param results where what became of each is added, as soon as it is known
     */
    void make(
            Begun begun,
            ImportChoice choice,
            Map<String, byte[]> pictures,
            Runnable before,
            List<ImportedPiece> results) {
        var part = begun.part();
        var prospects = begun.importing().prospects();
        for (int number = 0; number < prospects.size(); number++) {
            var key = part.key(number);
            if (choice.pieces().contains(key)) {
                before.run();
                var supplied = new Supplied(choice.addresses().getOrDefault(key, ""), pictures);
                results.add(make(part, begun.importing(), number, prospects.get(number), supplied));
            }
        }
    }

    private ImportedPiece make(
            OpenedPart<?> part, PartImport<?> importing, int number, Prospect prospect, Supplied supplied) {
        var kind = part.part().name();
        var needed = part.part().needed();
        if (!Current.may(needed)) {
            return refused(
                    kind, prospect, messages.getMessage("rights." + needed, messages.getMessage("problem.403.text")));
        }
        if (prospect.fate() == Fate.THERE) {
            return new ImportedPiece(kind, prospect.name(), ImportOutcome.THERE, null);
        }
        if (prospect.fate() == Fate.IMPOSSIBLE) {
            return refused(kind, prospect, String.valueOf(prospect.reason()));
        }
        try {
            var note = importing.make(number, supplied);
            return new ImportedPiece(kind, prospect.name(), ImportOutcome.IMPORTED, note.orElse(null));
        } catch (ExplainedException e) {
            return refused(kind, prospect, messages.getMessage(e.messageKey(), e.args()));
        } catch (TooManyRequestsException e) {
            return refused(
                    kind, prospect, messages.getMessage("problem.429.wait", new Object[] {e.retryAfterMinutes()}));
        } catch (RuntimeException e) {
            LOG.error("Importing a piece of {} failed", kind, e);
            return refused(kind, prospect, messages.getMessage("copy.failed"));
        }
    }

    private static ImportedPiece refused(String kind, Prospect prospect, String reason) {
        return new ImportedPiece(kind, prospect.name(), ImportOutcome.NOT_IMPORTED, reason);
    }
}
