package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.runtimes.gcp.FrameworkVersion;

class GoogleAlarmNotifier200IT extends GoogleAlarmNotifierContract {

  GoogleAlarmNotifier200IT() {
    super(FrameworkVersion.V2_0_0);
  }
}
