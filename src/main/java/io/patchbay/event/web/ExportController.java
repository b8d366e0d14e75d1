package io.patchbay.event.web;

import io.patchbay.event.EventExport;
import io.patchbay.event.EventExport.Format;
import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ExportController {

    private static final int BUFFER = 1 << 16;

    private final EventExport export;

    ExportController(EventExport export) {
        this.export = export;
    }

    @PostMapping("/events/export")
    @Requires(Capability.VIEW_EVENTS)
    void export(
            @ModelAttribute("query") EventQuery query,
            @RequestParam("format") Format format,
            HttpServletResponse response)
            throws IOException {
        var filter = query.filter();
        export.begin(filter, format);
        var csv = format == Format.CSV;
        response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/jsonl;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"events_log_entries." + (csv ? "csv" : "jsonl") + "\"");
        var out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER);
        export.write(filter, format, out::write);
        out.flush();
    }
}
