package io.patchbay.company.deletion;

import io.patchbay.company.CompanyDeleted;
import io.patchbay.company.CompanyDeletionCheck;
import io.patchbay.company.model.Company;
import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.company.model.CompanyRepository;
import io.patchbay.company.model.DeletedCompany;
import io.patchbay.event.EventLog;
import io.patchbay.event.EventStreaming;
import io.patchbay.event.NewEvent;
import io.patchbay.event.SavedViews;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deleting the current company: its people are out, nobody can come in any more, and nothing shows it. Its event log and
 * the vendor's records of keys and trials stay. There is no way back.
 */
@Service
public class CompanyDeletion {

    private final CompanyRepository companies;
    private final CompanyDataPurge remains;
    private final ObjectProvider<CompanyDeletionCheck> tied;
    private final EventLog log;
    private final EventStreaming streaming;
    private final SavedViews views;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    CompanyDeletion(
            CompanyRepository companies,
            CompanyDataPurge remains,
            ObjectProvider<CompanyDeletionCheck> tied,
            EventLog log,
            EventStreaming streaming,
            SavedViews views,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.companies = companies;
        this.remains = remains;
        this.tied = tied;
        this.log = log;
        this.streaming = streaming;
        this.views = views;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * What would go.
     *
     * @param name of the company, which has to be typed
     * @param obstacles what has to be ended before, a sentence each
     * @param losses what of value is lost, a sentence each
     */
    public record DeletionPreview(
            String name, int members, int invitations, int requests, List<String> obstacles, List<String> losses) {

        /** Whether the company can be deleted now. */
        public boolean possible() {
            return obstacles.isEmpty();
        }
    }

    /** What deleting the company would mean now. */
    @Transactional(readOnly = true)
    public DeletionPreview preview() {
        var company = companies
                .findById(Current.company().value())
                .filter(Company::exists)
                .orElseThrow(NotFoundException::new);
        var count = remains.count();
        return new DeletionPreview(
                company.name(),
                count.members(),
                count.invitations(),
                count.requests(),
                all(CompanyDeletionCheck::obstacles),
                all(CompanyDeletionCheck::losses));
    }

    /**
     * Deletes the company. Where somebody else did so a moment ago, that is a success, too.
     *
     * @param confirmation the company's name, letter by letter
     * @throws ConflictException while something keeps the company from being deleted
     * @throws InvalidRequestException for any other name
     */
    @Transactional
    public DeletedCompany delete(String confirmation) {
        var id = Current.company();
        var company = companies.locked(id.value());
        if (company.isEmpty()) {
            return companies
                    .findById(id.value())
                    .orElseThrow(NotFoundException::new)
                    .summary();
        }
        refuseUnlessFree();
        if (!company.get().name().equals(confirmation)) {
            throw new InvalidRequestException("company.delete.mismatch");
        }
        return delete(company.get());
    }

    private DeletedCompany delete(Company company) {
        var count = remains.count();
        remains.remove();
        streaming.end();
        views.end();
        publisher.publishEvent(new CompanyDeleted(Current.company()));
        company.deleted(clock.instant());
        companies.saveAndFlush(company);
        log.append(NewEvent.of(CompanyEventKind.COMPANY_DELETED, company.name())
                .with("name", company.name())
                .with("members", count.members())
                .with("invitations", count.invitations())
                .with("access requests", count.requests()));
        return company.summary();
    }

    private void refuseUnlessFree() {
        if (!all(CompanyDeletionCheck::obstacles).isEmpty()) {
            throw new ConflictException("company.delete.notYet");
        }
    }

    private List<String> all(Function<CompanyDeletionCheck, List<String>> part) {
        return tied.orderedStream().flatMap(one -> part.apply(one).stream()).toList();
    }
}
