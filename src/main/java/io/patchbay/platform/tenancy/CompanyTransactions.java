package io.patchbay.platform.tenancy;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DelegatingTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Binds the current company to the database at the start of each transaction, and for that transaction only, so that
 * row-level security lets through the rows of that company and nothing else. Without a company nothing is bound, and
 * tenant-owned tables appear empty.
 */
@Component("transactionManager")
class CompanyTransactions extends JpaTransactionManager {

    private static final String REPEATABLE_READ = "set transaction isolation level repeatable read";

    CompanyTransactions(EntityManagerFactory entityManagerFactory) {
        super(entityManagerFactory);
        setValidateExistingTransaction(true);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, new WithoutIsolation(definition));
        var isolation =
                Stream.of(definition).filter(CompanyTransactions::repeatable).map(asked -> REPEATABLE_READ);
        var binding = Current.companyIfAny().stream().map(this::binding);
        execute(Stream.concat(isolation, binding).toList());
    }

    private static boolean repeatable(TransactionDefinition definition) {
        return switch (definition.getIsolationLevel()) {
            case TransactionDefinition.ISOLATION_DEFAULT -> false;
            case TransactionDefinition.ISOLATION_REPEATABLE_READ -> true;
            default -> throw new IllegalTransactionStateException("Only repeatable read is asked for by name");
        };
    }

    /**
     * Keeps the isolation from the driver, which would set it for the whole session before the transaction begins: behind a
     * pooler that is another session than the transaction's, and its next user would find it.
     */
    private static final class WithoutIsolation extends DelegatingTransactionDefinition {

        WithoutIsolation(TransactionDefinition definition) {
            super(definition);
        }

        @Override
        public int getIsolationLevel() {
            return ISOLATION_DEFAULT;
        }
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
    private String binding(CompanyId company) {
        TransactionSynchronizationManager.bindResource(holder(), company);
        return Current.binding(company);
    }

    private void execute(List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        holder().getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(String.join("; ", statements));
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
