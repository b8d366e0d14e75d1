package io.patchbay.environment.web;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.patchbay.environment.Environments;
import io.patchbay.environment.disconnect.DisconnectReports;
import io.patchbay.environment.disconnect.Disconnecting;
import io.patchbay.environment.disconnect.ReportFile;
import io.patchbay.environment.disconnect.ReportItem;
import io.patchbay.environment.disconnect.ReportResult;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.csv.Csv;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.ReadersZone;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
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
    private final ReadersZone zone;

    DisconnectReportController(
            Disconnecting disconnecting,
            DisconnectReports reports,
            Environments environments,
            MessageSourceAccessor messages,
            ReadersZone zone) {
        this.disconnecting = disconnecting;
        this.reports = reports;
        this.environments = environments;
        this.messages = messages;
        this.zone = zone;
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
        model.addAttribute("revocations", disconnecting.revocations(report.run().tenantId()));
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
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("disconnect-report.json"))
                .body(reports.file(new EnvironmentId(id), run));
    }

    @GetMapping("/report.csv")
    @Requires(Capability.CONNECT_INTUNE)
    void csv(@PathVariable("id") UUID id, @PathVariable("run") UUID run, HttpServletResponse response)
            throws IOException {
        reports.view(new EnvironmentId(id), run);
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("disconnect-report.csv"));
        var out = response.getWriter();
        var reader = zone.zone();
        out.write('\uFEFF');
        out.write(Csv.line("Kind", "Name", "Application", "Version", "Intune App ID", "Result", "Reason", "Date"));
        reports.each(new EnvironmentId(id), run, item -> out.write(line(item, reader)));
        out.flush();
    }

    private String line(ReportItem item, ZoneId reader) {
        var app = item.app();
        return Csv.line(
                messages.getMessage("teardown." + item.kind(), item.kind()),
                item.name(),
                app == null ? null : app.name(),
                app == null ? null : app.version(),
                app == null ? null : app.id(),
                messages.getMessage(item.result().key()),
                item.reason(),
                item.endedAt() == null
                        ? null
                        : ISO_OFFSET_DATE_TIME.format(item.endedAt().atZone(reader)));
    }

    private static String attachment(String file) {
        return ContentDisposition.attachment().filename(file).build().toString();
    }
}
