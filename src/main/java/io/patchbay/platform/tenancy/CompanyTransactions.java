package io.patchbay.platform.tenancy;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.Session;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Binds the current company to the database at the start of each transaction, and for that transaction only, so that
 * row-level security lets through the rows of that company and nothing else. Without a company nothing is bound, and
 * tenant-owned tables appear empty.
 */
@Component("transactionManager")
class CompanyTransactions extends JpaTransactionManager {

    CompanyTransactions(EntityManagerFactory entityManagerFactory) {
        super(entityManagerFactory);
        setValidateExistingTransaction(true);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Current.companyIfAny().ifPresent(this::bind);
    }

    /** A transaction belongs to the company it began with: work for another one in it would see the wrong rows, or none. */
    @Override
    protected boolean isExistingTransaction(Object transaction) {
        var existing = super.isExistingTransaction(transaction);
        if (existing
                && TransactionSynchronizationManager.getResource(holder()) instanceof CompanyId bound
                && Current.companyIfAny()
                        .filter(company -> !company.equals(bound))
                        .isPresent()) {
            throw new IllegalTransactionStateException("A transaction of one company cannot do the work of another");
        }
        return existing;
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(holder());
        super.doCleanupAfterCompletion(transaction);
    }

    /** By the statement rather than the function: it is the one that a distributed PostgreSQL hands on to its workers. */
    private void bind(CompanyId company) {
        var holder = holder();
        TransactionSynchronizationManager.bindResource(holder, company);
        holder.getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(Current.binding(company));
            }
        });
    }

    private EntityManagerHolder holder() {
        var holder = (EntityManagerHolder) TransactionSynchronizationManager.getResource(obtainEntityManagerFactory());
        if (holder == null) {
            throw new IllegalStateException("There is no transaction with an entity manager");
        }
        return holder;
    }
}
