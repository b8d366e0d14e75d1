package io.patchbay.event.web;

import io.patchbay.event.head.LogKeys;
import io.patchbay.platform.access.OpenToAll;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What everybody needs to check a log without a secret: the public keys, and a program that uses them. */
@Controller
class LogKeysController {

    static final String KEYS = "/.well-known/patchbay/keys.json";
    static final String PROGRAM = "/.well-known/patchbay/VerifyExport.java";

    private final LogKeys keys;

    LogKeysController(LogKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = KEYS, produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAll
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok(keys.set());
    }

    @GetMapping(PROGRAM)
    @OpenToAll
    ResponseEntity<byte[]> program() throws IOException {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"VerifyExport.java\"")
                .body(new ClassPathResource("verify/VerifyExport.java").getContentAsByteArray());
    }
}
