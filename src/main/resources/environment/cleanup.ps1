<#
.SYNOPSIS
Removes from Intune the applications that Patchbay published and that stayed when its connection was deleted.

.DESCRIPTION
Needs the module Microsoft.Graph.Authentication and an Intune administrator. Run it with -WhatIf first: it then says what it
would remove and why it stayed, and changes nothing: some applications stayed because somebody wanted them to, or assigned them
manually, and removing these ends their assignments. Each application is read before it is removed, and is left alone unless its notes bear the
mark that Patchbay put there. Applications that something else depends on, or that are waiting for the approval of another
administrator, stay and are named. Nothing is uninstalled from devices. It can be run again at any time.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param()

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
#values

if (-not (Test-Path -LiteralPath 'Function:\Connect-Tenant')) {
  function Connect-Tenant {
    Connect-MgGraph -TenantId $tenant -Environment $cloud -Scopes 'DeviceManagementApps.ReadWrite.All' -NoWelcome
  }
}
if (-not (Test-Path -LiteralPath 'Function:\Invoke-Graph')) {
  function Invoke-Graph {
    param([string] $Method, [string] $Path, $Body)
    $request = @{ Method = $Method; Uri = "/beta/deviceAppManagement/mobileApps$Path"; OutputType = 'Hashtable' }
    if ($null -ne $Body) {
      $request.Body = ConvertTo-Json -InputObject $Body -Depth 5 -Compress
      $request.ContentType = 'application/json'
    }
    Invoke-MgGraphRequest @request
  }
}

function Get-Pages {
  param([string] $Path)
  $page = Invoke-Graph -Method 'GET' -Path $Path
  $page.value
  while ($page.ContainsKey('@odata.nextLink')) {
    $page = Invoke-Graph -Method 'GET' -Path ($page['@odata.nextLink'] -replace '^.*/mobileApps', '')
    $page.value
  }
}

function Test-Mark {
  param($App, [string] $Mark)
  $App.ContainsKey('notes') -and $null -ne $App.notes -and $App.notes.Contains($Mark)
}

function Find-App {
  param($Wanted)
  if ($Wanted.Id) {
    try { $found = Invoke-Graph -Method 'GET' -Path ('/' + $Wanted.Id) }
    catch {
      if ($_.Exception.Message -notmatch 'NotFound|404') { throw }
      Write-Host ($Wanted.Name + ': not there any more')
      return
    }
    if (Test-Mark $found $Wanted.Mark) { return $found }
    Write-Warning ($Wanted.Name + ': left alone, since its notes do not bear the mark ' + $Wanted.Mark)
    return
  }
  if ($null -eq $script:all) { $script:all = @(Get-Pages "?`$filter=isof('microsoft.graph.win32LobApp')") }
  $script:all | Where-Object { Test-Mark $_ $Wanted.Mark } | Select-Object -First 1
}

# Intune removes no application that supersedes another one, is superseded, or is needed: relations among those of the list go first.
function Remove-OwnRelations {
  param([string] $Id)
  $relations = @(Get-Pages "/$Id/relationships")
  $own = @($relations | Where-Object { $_.targetType -eq 'child' })
  $kept = @($own | Where-Object { $ids -notcontains $_.targetId })
  if ($kept.Count -lt $own.Count) {
    $body = @($kept | ForEach-Object {
      $relation = @{ '@odata.type' = $_['@odata.type']; targetId = $_.targetId }
      foreach ($field in 'supersedenceType', 'dependencyType') {
        if ($_.ContainsKey($field)) { $relation[$field] = $_[$field] }
      }
      $relation
    })
    Invoke-Graph -Method 'POST' -Path "/$Id/updateRelationships" -Body @{ relationships = $body } | Out-Null
  }
}

Connect-Tenant
$all = $null
$present = @(foreach ($wanted in $apps) {
  $found = Find-App $wanted
  if ($null -ne $found) { [pscustomobject] @{ Name = $wanted.Name; Id = $found.id; Reason = $wanted.Reason } }
})
$ids = @($present | ForEach-Object { $_.Id })
$removed = 0
$left = 0
$chosen = @($present | Where-Object { $PSCmdlet.ShouldProcess(($_.Name + ' (' + $_.Id + '; ' + $_.Reason + ')'), 'Remove from Intune') })
foreach ($step in 'relations', 'applications') {
  foreach ($app in $chosen) {
    try {
      if ($step -eq 'relations') { Remove-OwnRelations $app.Id; continue }
      Invoke-Graph -Method 'DELETE' -Path ('/' + $app.Id) | Out-Null
      Write-Output ($app.Name + ': removed')
      $removed++
    }
    catch {
      Write-Warning ($app.Name + ' (' + $app.Id + '): ' + $_.Exception.Message)
      if ($step -eq 'applications') { $left++ }
    }
  }
}
Write-Output "$removed removed, $left could not be removed, $($apps.Count - $present.Count) not found."
