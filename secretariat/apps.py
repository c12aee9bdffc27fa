from django.apps import AppConfig
from django.contrib.admin import apps as admin

from secretariat import lookups


class SecretariatConfig(AppConfig):
    default = True
    name = "secretariat"
    verbose_name = "Sekretariatet"

    def ready(self) -> None:
        lookups.register()


class RegisterAdminConfig(admin.AdminConfig):
    default = False
    default_site = "secretariat.admin.RegisterSite"
