package io.patchbay.environment.web;

import io.patchbay.environment.Environments;
import io.patchbay.environment.disconnect.DisconnectReport;
import io.patchbay.environment.disconnect.DisconnectReports;
import io.patchbay.environment.disconnect.Disconnecting;
import io.patchbay.environment.disconnect.ReportItem;
import io.patchbay.environment.disconnect.ReportResult;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.csv.Csv;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a disconnect did, piece by piece, and the way to finish what it could not. */
@Controller
@RequestMapping("/settings/environments/{id}/intune/disconnects/{run}")
class DisconnectReportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Disconnecting disconnecting;
    private final DisconnectReports reports;
    private final Environments environments;
    private final MessageSourceAccessor messages;

    DisconnectReportController(
            Disconnecting disconnecting,
            DisconnectReports reports,
            Environments environments,
            MessageSourceAccessor messages) {
        this.disconnecting = disconnecting;
        this.reports = reports;
        this.environments = environments;
        this.messages = messages;
    }

    /** A report as a file. */
    record ReportFile(
            UUID run,
            UUID tenantId,
            String tenantName,
            String by,
            Actor.@Nullable Origin origin,
            @Nullable String correlation,
            boolean keepsApps,
            @Nullable Duration took,
            Map<ReportResult, Integer> counts,
            List<ReportItem> items) {

        static ReportFile of(DisconnectReport report, List<ReportItem> items) {
            return new ReportFile(
                    report.run().id(),
                    report.run().tenantId(),
                    report.run().tenantName(),
                    report.run().by(),
                    report.origin(),
                    report.correlation(),
                    report.keepsApps(),
                    report.run().took(),
                    report.counts(),
                    items);
        }
    }

    @GetMapping
    @Requires(Capability.CONNECT_INTUNE)
    String report(
            @PathVariable("id") UUID id,
            @PathVariable("run") UUID run,
            @RequestParam(name = "result", required = false) @Nullable ReportResult result,
            @RequestParam(name = "afterItem", defaultValue = "-1") int after,
            Model model) {
        var environment = new EnvironmentId(id);
        var report = reports.page(environment, run, result, after);
        if (!report.run().finished()) {
            return "redirect:" + DisconnectController.page(id, run) + "/progress";
        }
        model.addAttribute("run", report.run());
        model.addAttribute("report", report);
        model.addAttribute("result", result);
        model.addAttribute("environment", environments.get(environment));
        model.addAttribute(
                "enterpriseApplication",
                disconnecting.enterpriseApplication(report.run().tenantId()));
        return "environment/disconnected";
    }

    @GetMapping("/cleanup")
    @Requires(Capability.CONNECT_INTUNE)
    String cleanup(@PathVariable("id") UUID id, @PathVariable("run") UUID run, Model model) {
        var environment = new EnvironmentId(id);
        model.addAttribute("run", reports.view(environment, run));
        model.addAttribute("apps", reports.leftApps(environment, run));
        model.addAttribute("script", reports.cleanupScript(environment, run));
        model.addAttribute("environment", environments.get(environment));
        return "environment/cleanup";
    }

    @GetMapping("/cleanup.ps1")
    @Requires(Capability.CONNECT_INTUNE)
    ResponseEntity<String> script(@PathVariable("id") UUID id, @PathVariable("run") UUID run) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.US_ASCII))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("patchbay-cleanup.ps1"))
                .body(reports.cleanupScript(new EnvironmentId(id), run));
    }

    @GetMapping("/report.json")
    @Requires(Capability.CONNECT_INTUNE)
    ResponseEntity<ReportFile> json(@PathVariable("id") UUID id, @PathVariable("run") UUID run) {
        var environment = new EnvironmentId(id);
        var items = new ArrayList<ReportItem>();
        reports.each(environment, run, items::add);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("disconnect-report.json"))
                .body(ReportFile.of(reports.page(environment, run, null, Integer.MAX_VALUE), items));
    }

    @GetMapping("/report.csv")
    @Requires(Capability.CONNECT_INTUNE)
    void csv(@PathVariable("id") UUID id, @PathVariable("run") UUID run, HttpServletResponse response)
            throws IOException {
        reports.view(new EnvironmentId(id), run);
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("disconnect-report.csv"));
        var out = response.getWriter();
        out.write('\uFEFF');
        out.write(Csv.line("Kind", "Name", "Application", "Version", "Intune App ID", "Result", "Reason", "Date"));
        reports.each(new EnvironmentId(id), run, item -> out.write(line(item)));
        out.flush();
    }

    private String line(ReportItem item) {
        var app = item.app();
        return Csv.line(
                messages.getMessage("teardown." + item.kind(), item.kind()),
                item.name(),
                app == null ? null : app.name(),
                app == null ? null : app.version(),
                app == null ? null : app.id(),
                messages.getMessage(item.result().key()),
                item.reason(),
                item.endedAt() == null ? null : item.endedAt().toString());
    }

    private static String attachment(String file) {
        return ContentDisposition.attachment().filename(file).build().toString();
    }
}
