package io.patchbay.testsupport;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Notes the SQL statements and transactions of the portals in this JVM, those of jobs left out. */
public final class StatementCount implements BeanPostProcessor, QueryExecutionListener, MethodExecutionListener {

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    /** What works by itself, as its threads are called: jobs, what is scheduled, the session store's cleanup and the heartbeat. */
    private static final List<String> OTHERS =
            List.of("db-scheduler", "scheduling-", "spring-session", "instance-heart");

    private static final String BEGIN = "begin";
    private static final String END = "commit or rollback";

    /**
     * What a piece of work cost.
     *
     * @param statements each statement sent, the binding of the company among them
     * @param begun how many transactions were begun; a statement outside of one is none
     * @param ended how many were committed or rolled back
     */
    public record Cost(List<String> statements, int begun, int ended) {}

    /** How many statements were executed while the work was done. */
    public static long during(Runnable work) {
        return costOf(work).statements().size();
    }

    /** What was executed while the work was done. */
    public static Cost costOf(Runnable work) {
        SEEN.clear();
        work.run();
        var all = List.copyOf(SEEN);
        return new Cost(
                all.stream()
                        .filter(one -> !one.equals(BEGIN) && !one.equals(END))
                        .toList(),
                count(all, BEGIN),
                count(all, END));
    }

    private static int count(List<String> all, String what) {
        return (int) all.stream().filter(what::equals).count();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source)
                        .listener(this)
                        .methodListener(this)
                        .build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        queries.forEach(query -> {
            ShardedStatement.check(query.getQuery());
            ShardedTransaction.check(execution.getConnectionId(), query.getQuery());
            BoundCompany.check(execution.getConnectionId(), query.getQuery());
        });
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        queries.forEach(query -> {
            note(query.getQuery());
            SentStatements.note(query.getQuery());
        });
    }

    @Override
    public void beforeMethod(MethodExecutionContext execution) {}

    @Override
    public void afterMethod(MethodExecutionContext execution) {
        switch (execution.getMethod().getName()) {
            case "setAutoCommit" -> {
                if (Boolean.FALSE.equals(execution.getMethodArgs()[0])) {
                    note(BEGIN);
                    ShardedTransaction.begun(connection(execution));
                } else {
                    ended(execution);
                }
            }
            case "commit", "rollback" -> {
                note(END);
                ShardedTransaction.committed(connection(execution));
                BoundCompany.ended(connection(execution));
            }
            case "close" -> {
                if (execution.getTarget() instanceof Connection) {
                    ended(execution);
                }
            }
            default -> {}
        }
    }

    private static void ended(MethodExecutionContext execution) {
        ShardedTransaction.ended(connection(execution));
        BoundCompany.ended(connection(execution));
    }

    private static String connection(MethodExecutionContext execution) {
        return execution.getConnectionInfo().getConnectionId();
    }

    private static void note(String what) {
        var thread = Thread.currentThread().getName();
        if (OTHERS.stream().noneMatch(thread::startsWith)) {
            SEEN.add(what);
        }
    }
}
