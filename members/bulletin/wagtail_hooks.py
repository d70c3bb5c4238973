from wagtail import hooks

from members.bulletin.admin import BulletinGroup


@hooks.register("register_admin_viewset")
def bulletin_group() -> BulletinGroup:
    return BulletinGroup()
