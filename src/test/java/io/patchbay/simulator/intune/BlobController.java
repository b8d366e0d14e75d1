package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.MovableClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The storage for contents: {@code Put Block}, {@code Put Block List} and {@code Put Blob} of Azure's block blobs, with a
 * signed address. Only {@code Put Blob} needs {@code x-ms-blob-type} (P16).
 */
@SimulatorController
final class BlobController {
    private static final long BLOCK_AT_MOST = 100L * 1024 * 1024;
    private static final int ID_AT_MOST = 64;
    private static final int BLOCKS_AT_MOST = 50_000;
    private static final String WHOLE = "whole";

    private final Contents contents;
    private final AppFaults faults;
    private final MovableClock clock;

    BlobController(Contents contents, AppFaults faults, MovableClock clock) {
        this.contents = contents;
        this.faults = faults;
        this.clock = clock;
    }

    @PutMapping("/blob/{id}")
    void put(
            @PathVariable String id,
            @RequestParam(name = "sig", defaultValue = "") String signature,
            @RequestParam(name = "comp", required = false) @Nullable String kind,
            @RequestParam(name = "blockid", required = false) @Nullable String block,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String requestId = UUID.randomUUID().toString();
        response.setHeader("x-ms-request-id", requestId);
        response.setHeader("x-ms-version", version(request));
        String client = request.getHeader("x-ms-client-request-id");
        if (client != null) {
            response.setHeader("x-ms-client-request-id", client);
        }
        try {
            Optional<AppFault> fault = fault(id, kind);
            UploadedFile file = authenticated(id, signature, request);
            store(file, kind, block, request);
            if (fault.isPresent() && fault.get() == AppFault.DONE_BUT_UNANSWERED) {
                throw new BlobRefusal(
                        500, "OperationTimedOut", "The operation could not be completed within the permitted time.");
            }
            response.setHeader("x-ms-request-server-encrypted", "true");
            if (!"block".equals(kind)) {
                response.setHeader("ETag", "\"0x" + HexFormat.of().toHexDigits(file.blocks.hashCode()) + "\"");
            }
            response.setStatus(201);
        } catch (BlobRefusal refused) {
            response.setStatus(refused.status());
            response.setHeader("x-ms-error-code", refused.code());
            refused.headers().forEach(response::setHeader);
            response.setContentType("application/xml");
            response.getOutputStream()
                    .write(refused.xml(requestId, clock.instant().toString()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String version(HttpServletRequest request) {
        String version = request.getHeader("x-ms-version");
        return version == null || !version.matches("\\d{4}-\\d{2}-\\d{2}") ? "2024-11-04" : version;
    }

    private Optional<AppFault> fault(String id, @Nullable String kind) {
        Optional<AppFault> fault = faults.next("block".equals(kind) ? AppCall.BLOCK : AppCall.BLOCK_LIST);
        if (fault.isEmpty() || fault.get() == AppFault.DONE_BUT_UNANSWERED) {
            return fault;
        }
        switch (fault.get()) {
            case EXPIRED -> contents.blob(id).ifPresent(UploadedFile::expire);
            case REFUSED -> throw new BlobRefusal(400, "InvalidInput", "One of the request inputs is not valid.");
            case UNAVAILABLE_RETRY_AFTER -> throw BlobRefusal.busy("7");
            default -> throw BlobRefusal.busy(null);
        }
        return Optional.empty();
    }

    private UploadedFile authenticated(String id, String signature, HttpServletRequest request) {
        UploadedFile file =
                contents.blob(id).orElseThrow(() -> BlobRefusal.unauthenticated("Signature did not match."));
        UploadedFile.Address address = file.address(signature);
        if (request.getHeader("Authorization") != null || address == null) {
            throw BlobRefusal.unauthenticated("Signature did not match.");
        }
        Instant now = clock.instant();
        if (now.isBefore(address.usableFrom())) {
            throw BlobRefusal.unauthenticated("SAS identifier cannot be found for specified signed identifier");
        }
        if (!now.isBefore(address.expires())) {
            throw BlobRefusal.unauthenticated("Signature not valid in the specified time frame");
        }
        return file;
    }

    private void store(UploadedFile file, @Nullable String kind, @Nullable String block, HttpServletRequest request)
            throws IOException {
        String asked = request.getHeader("x-ms-version");
        if (asked != null && !asked.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw BlobRefusal.header("x-ms-version");
        }
        if (kind == null) {
            if (!"BlockBlob".equals(request.getHeader("x-ms-blob-type"))) {
                throw new BlobRefusal(
                        400,
                        "MissingRequiredHeader",
                        "An HTTP header that's mandatory for this request is not specified.");
            }
            file.blocks = List.of(write(file, WHOLE, request));
        } else if (kind.equals("block")) {
            String hex = blockId(file, block);
            file.staged.put(hex, write(file, hex, request));
        } else if (kind.equals("blocklist")) {
            commit(file, request);
        } else {
            throw query("comp");
        }
    }

    private static BlobRefusal query(String name) {
        return new BlobRefusal(
                400,
                "InvalidQueryParameterValue",
                "Value for one of the query parameters specified in the request URI is invalid: " + name + ".");
    }

    /** In Base64, of at most 64 bytes, and as long as all the others of the blob. */
    private static String blockId(UploadedFile file, @Nullable String id) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(id == null ? "" : id);
        } catch (IllegalArgumentException notBase64) {
            throw query("blockid");
        }
        if (bytes.length == 0 || bytes.length > ID_AT_MOST || String.valueOf(id).length() % 4 != 0) {
            throw query("blockid");
        }
        String hex = HexFormat.of().formatHex(bytes);
        if (file.staged.keySet().stream().anyMatch(other -> other.length() != hex.length())) {
            throw new BlobRefusal(400, "InvalidBlobOrBlock", "The specified blob or block content is invalid.");
        }
        return hex;
    }

    private Path write(UploadedFile file, String name, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BLOCK_AT_MOST) {
            throw new BlobRefusal(
                    413,
                    "RequestBodyTooLarge",
                    "The request body is too large and exceeds the maximum permissible limit.");
        }
        if (request.getContentLengthLong() == 0) {
            throw BlobRefusal.header("Content-Length");
        }
        Path place = contents.folder().resolve(file.id + "." + name);
        try (var out = Files.newOutputStream(place)) {
            request.getInputStream().transferTo(out);
        }
        return place;
    }

    private static void commit(UploadedFile file, HttpServletRequest request) throws IOException {
        List<String> ids = BlockLists.read(request.getInputStream().readAllBytes());
        if (ids.size() > BLOCKS_AT_MOST) {
            throw new BlobRefusal(
                    409, "BlockCountExceedsLimit", "The committed block count cannot exceed the maximum limit.");
        }
        if (!file.staged.keySet().containsAll(ids)) {
            throw new BlobRefusal(400, "InvalidBlockList", "The specified block list is invalid.");
        }
        file.blocks = ids.stream().map(file.staged::get).toList();
    }
}
