package io.patchbay.deployment.publishing;

import org.jspecify.annotations.Nullable;

/** The PowerShell that Patchbay brings along. */
final class Scripts {

    static final String PRE = "pre-install.ps1";
    static final String POST = "post-install.ps1";

    private static final String ENTRIES = """
            $ErrorActionPreference = 'Stop'
            $roots = 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*',
              'HKLM:\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*',
              'HKCU:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*'
            $name = %s
            $code = %s
            $found = Get-ItemProperty -Path $roots -ErrorAction SilentlyContinue | Where-Object {
              ($code -and $_.PSChildName -eq $code) -or ($_.DisplayName -and $_.DisplayName -like ($name + '*')) }
            """;

    private Scripts() {}

    /** Runs the script before, the installation, and the script after it; ends with the installation's own code. */
    static String install(String command) {
        return """
                $ErrorActionPreference = 'Stop'
                Set-Location $PSScriptRoot
                if (Test-Path '.\\%s') { & '.\\%s'; if ($LASTEXITCODE) { exit $LASTEXITCODE } }
                $run = Start-Process -FilePath $env:ComSpec -ArgumentList ('/d /s /c "' + %s + '"') -Wait -PassThru -NoNewWindow
                if ($run.ExitCode -in 0, 1641, 3010 -and (Test-Path '.\\%s')) { & '.\\%s' }
                exit $run.ExitCode
                """.formatted(PRE, PRE, quoted(command), POST, POST);
    }

    /** Uninstalls what Windows lists under that name or code, by the command that it registered. */
    static String uninstall(String name, @Nullable String code) {
        return ENTRIES.formatted(quoted(name), quoted(code == null ? "" : code)) + """
                foreach ($entry in $found) {
                  $command = if ($entry.QuietUninstallString) { $entry.QuietUninstallString } else { $entry.UninstallString }
                  if (-not $command) { continue }
                  if ($command -match '^\\s*msiexec') { $command = ($command -replace '/I', '/X') + ' /quiet /norestart' }
                  $run = Start-Process -FilePath $env:ComSpec -ArgumentList ('/d /s /c "' + $command + '"') -Wait -PassThru -NoNewWindow
                  if ($run.ExitCode -notin 0, 1605, 1641, 3010) { exit $run.ExitCode }
                }
                exit 0
                """;
    }

    /** Says that it is there when Windows lists it in that version or a newer one. */
    static String detect(String name, String version) {
        return ENTRIES.formatted(quoted(name), "''") + """
                $wanted = %s
                foreach ($entry in $found) {
                  $there = $entry.DisplayVersion -as [version]
                  $least = $wanted -as [version]
                  if ($entry.DisplayVersion -eq $wanted -or ($there -and $least -and $there -ge $least)) {
                    Write-Output 'Installed'
                    exit 0
                  }
                }
                exit 1
                """.formatted(quoted(version));
    }

    /** A literal of PowerShell, in which nothing is expanded. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("['\u2018\u2019\u201A\u201B]", "''").replaceAll("[\\r\\n]", " ") + "'";
    }
}
