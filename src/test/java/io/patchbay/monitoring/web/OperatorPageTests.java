package io.patchbay.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page Installation, without a browser. */
@PortalTest
class OperatorPageTests {

    private static final String OPERATOR = "operator@patchbay.onmicrosoft.com";

    @AfterEach
    void goOn(Portal portal) {
        portal.bean(Scheduler.class).resume();
    }

    @Test
    void itShowsInstancesQueuesMicrosoftAndRedirectUris(Portal portal) {
        var operator = new Surfer(portal).signIn(OPERATOR);
        await().until(() -> portal.database().count("portal_instance") > 0);
        assertThat(operator.visit("/").uri().getPath()).isEqualTo("/operator");
        assertThat(operator.page().body())
                .contains("(this one)", "jobs.due", "No failing jobs", portal.url() + "/connect/intune/consented");
    }

    @Test
    void aFailingJobTellsWhyAndRunsAgain(Portal portal) {
        portal.bean(Scheduler.class).pause();
        portal.database().execute("""
                insert into scheduled_tasks
                  (task_name, task_instance, execution_time, picked, consecutive_failures, last_failure, version)
                values ('failing', 'one', now() + interval '1 hour', false, 3, now(), 1)
                """);
        failed(portal, new IllegalStateException("names Contoso"));
        var operator = new Surfer(portal).signIn(OPERATOR);
        assertThat(operator.visit("/operator").body())
                .contains("failing", "IllegalStateException (OperatorPageTests.java:")
                .doesNotContain("names Contoso");
        operator.post("/operator/jobs", "task", "failing", "instance", "one");
        assertThat(operator.follow().body()).contains("The job will run in a few seconds.");
        assertThat(
                        portal.database()
                                .count(
                                        "scheduled_tasks where task_name = 'failing' and execution_time < now() + interval '1 minute'"))
                .isOne();
        operator.post("/operator/jobs", "task", "failing", "instance", "another");
        assertThat(operator.follow().body()).contains("The job is already running or no longer failing.");
    }

    private static void failed(Portal portal, Exception cause) {
        var now = portal.microsoft().clock().instant();
        var execution = new Execution(now, new TaskInstance<>("failing", "one"));
        portal.beans()
                .getBeanProvider(SchedulerListener.class)
                .forEach(listener ->
                        listener.onExecutionComplete(ExecutionComplete.failure(execution, now, now, cause)));
        assertThat(portal.database().one("select cause from job_failure", String.class))
                .startsWith("IllegalStateException");
    }

    @Test
    void othersThanTheOperatorAndSupportFindNoSuchPage(Portal portal) {
        assertThat(new Surfer(portal)
                        .signIn("support@patchbay.onmicrosoft.com")
                        .get("/operator")
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Surfer(portal)
                        .signIn("sales@patchbay.onmicrosoft.com")
                        .get("/operator")
                        .statusCode())
                .isEqualTo(404);
    }
}
