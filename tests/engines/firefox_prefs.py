"""What Firefox is set to: as careful as a reader's, and silent, with no traffic of the browser itself."""

PREFS: dict[str, bool | int | str] = {
    "security.fileuri.strict_origin_policy": True,
    "marionette.port": 0,  # any free one; Firefox writes it to its profile
    "remote.prefs.recommended": False,  # they loosen what a reader's browser holds tight
    "network.proxy.type": 1,
    "browser.download.folderList": 2,  # one that is named
    "browser.download.alwaysOpenPanel": False,
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.discovery.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.region.update.enabled": False,
    "browser.safebrowsing.blockedURIs.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.search.update": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.topsites.contile.enabled": False,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.usage.uploadEnabled": False,
    "dom.ipc.processPrelaunch.enabled": False,  # one more process for each page, rarely used here
    "dom.push.connection.enabled": False,
    "dom.user_activation.transient.timeout": 60_000,  # milliseconds: a busy machine presses slowly
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "javascript.options.wasm_optimizingjit": False,  # compiles Python twice, for the same answers
    "media.gmp-manager.updateEnabled": False,
    "media.gmp-manager.url": "",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.http.speculative-parallel-limit": 0,
    "network.prefetch-next": False,
    "network.trr.mode": 5,
    "services.settings.server": "data:,",
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "toolkit.telemetry.server": "data:,",
}
