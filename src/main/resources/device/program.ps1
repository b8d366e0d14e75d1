# Starts a program, waits for it, and gives the code it ends with.
if (-not (Test-Path -LiteralPath 'Function:\Start-Program')) {
  function Start-Program([string] $FilePath, [string] $Arguments) {
    $start = @{ FilePath = $FilePath; PassThru = $true; NoNewWindow = $true }
    if ($Arguments) { $start.ArgumentList = $Arguments }
    $process = Start-Process @start
    $null = $process.Handle
    $process.WaitForExit()
    $process.ExitCode
  }
}
