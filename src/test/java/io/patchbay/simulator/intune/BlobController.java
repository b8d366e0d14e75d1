package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The storage for contents: {@code Put Block} and {@code Put Block List} of Azure's block blobs, with a signed address. */
@SimulatorController
final class BlobController {
    private static final Pattern LATEST = Pattern.compile("<Latest>([^<]*)</Latest>");
    private static final long BLOCK_AT_MOST = 100L * 1024 * 1024;

    private final IntuneApplications apps;

    BlobController(IntuneApplications apps) {
        this.apps = apps;
    }

    @PutMapping("/blob/{id}")
    void put(
            @PathVariable String id,
            @RequestParam("sig") String signature,
            @RequestParam("comp") String kind,
            @RequestParam(name = "blockid", defaultValue = "") String block,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AppCall call = kind.equals("block") ? AppCall.BLOCK : AppCall.BLOCK_LIST;
        Optional<AppFault> fault = apps.faults().next(call);
        if (fault.isPresent() && fault.get() == AppFault.EXPIRED) {
            apps.blob(id).ifPresent(apps::expire);
        } else if (fault.isPresent()) {
            refuse(response, fault.get() == AppFault.REFUSED ? 400 : 503, "ServerBusy");
            return;
        }
        Optional<UploadedFile> file = apps.blob(id, signature);
        if (request.getHeader("Authorization") != null || file.isEmpty()) {
            refuse(response, 403, "AuthenticationFailed");
        } else if (kind.equals("block")) {
            block(file.get(), block, request, response);
        } else {
            list(file.get(), request, response);
        }
    }

    private void block(UploadedFile file, String block, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!"BlockBlob".equals(request.getHeader("x-ms-blob-type"))
                || request.getContentLengthLong() > BLOCK_AT_MOST) {
            refuse(response, 400, "InvalidHeaderValue");
            return;
        }
        try (var out = Files.newOutputStream(place(file, block))) {
            request.getInputStream().transferTo(out);
        }
        response.setStatus(201);
    }

    private Path place(UploadedFile file, String block) {
        String name = HexFormat.of().formatHex(block.getBytes(StandardCharsets.UTF_8));
        return apps.folder().resolve(file.id + "." + name);
    }

    private void list(UploadedFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String xml = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher found = LATEST.matcher(xml);
        List<Path> blocks = new ArrayList<>();
        while (found.find()) {
            blocks.add(place(file, found.group(1)));
        }
        if (!blocks.stream().allMatch(Files::exists)) {
            refuse(response, 400, "InvalidBlockList");
            return;
        }
        file.blocks = List.copyOf(blocks);
        response.setStatus(201);
    }

    private static void refuse(HttpServletResponse response, int status, String code) throws IOException {
        response.setStatus(status);
        response.setContentType("application/xml");
        response.getOutputStream()
                .print("<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code></Error>");
    }
}
